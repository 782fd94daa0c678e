package com.wechaterp.hub.cli;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
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
    Map<String, Object> last = new HashMap<>();
    List<Map<String, Object>> holds = new ArrayList<>();
    hub.ask(
        "GET",
        "/api/v1/plan/products",
        output.language(),
        line -> {
          if (line.containsKey("progress")) {
            output.progress((zh ? "已预演商品数：" : "products planned: ") + line.get("progress"));
          } else if (line.containsKey("held")) {
            holds.add(line);
          } else {
            last.putAll(line);
          }
        });
    if (!(last.get("result") instanceof Map<?, ?> result)) {
      throw new ProblemException(
          Problem.of("cli-plan-broken", "message", last.getOrDefault("message", "-")));
    }
    last.put("holds", holds);
    output.print(last, text(result, holds, last.get("notes"), zh));
    return 0;
  }

  private static String text(
      Map<?, ?> result, List<Map<String, Object>> holds, @Nullable Object notes, boolean zh) {
    StringJoiner text = new StringJoiner("\n");
    text.add((zh ? "商品：" : "products: ") + result.get("products"));
    text.add((zh ? "ERP 已删除、将下架或删除：" : "gone from the ERP: ") + result.get("gone"));
    text.add((zh ? "两边一致：" : "in step already: ") + result.get("unchanged"));
    text.add((zh ? "ERP 中未上架：" : "off sale in the ERP: ") + result.get("offSale"));
    text.add((zh ? "将发送：" : "calls to send: ") + result.get("calls"));
    String until = String.valueOf(result.get("auditedUntil"));
    if (!until.isEmpty()) {
      text.add((zh ? "审核额度预计用至：" : "the audit allowance reaches to the last one at: ") + until);
    }
    text.add((zh ? "将搁置：" : "held: ") + holds.size());
    holds.forEach(hold -> text.add("  " + hold.get("held") + "  " + hold.get("reason")));
    if (notes instanceof List<?> list) {
      list.forEach(note -> text.add(String.valueOf(note)));
    }
    return text.toString();
  }
}
