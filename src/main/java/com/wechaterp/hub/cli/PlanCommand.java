package com.wechaterp.hub.cli;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what would be done, and sends nothing. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {"Says what would be sent, and sends nothing.", "预演将要发送的内容，不实际发送。"})
final class PlanCommand {

  @Command(
      name = "products",
      mixinStandardHelpOptions = true,
      description = {"Plans every product of the ERP.", "预演 ERP 的全部商品。"})
  int products(@Mixin Output output, @Mixin HubTarget hub) {
    boolean zh = output.language() == Language.ZH;
    Map<String, Object> result = new TreeMap<>();
    try (Stream<String> lines = hub.ask("GET", "/api/v1/plan/products", output.language())) {
      lines
          .filter(line -> !line.isBlank())
          .map(HubTarget::object)
          .forEach(
              line -> {
                if (line.containsKey("progress")) {
                  output.progress((zh ? "已预演商品数：" : "products planned: ") + line.get("progress"));
                } else {
                  result.putAll(line);
                }
              });
    }
    if (!result.containsKey("result")) {
      throw new ProblemException(
          Problem.of("cli-plan-broken", "message", result.getOrDefault("message", "-")));
    }
    Object plan = result.get("result");
    output.print(plan, text(plan));
    return 0;
  }

  private static String text(Object plan) {
    return Output.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(plan);
  }
}
