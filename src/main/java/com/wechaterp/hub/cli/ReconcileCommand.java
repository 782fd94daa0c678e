package com.wechaterp.hub.cli;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.reconcile.Subject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares both sides; exit code 1 means that something differs. */
@Command(
    name = "reconcile",
    mixinStandardHelpOptions = true,
    description = {
      "Compares WeChat with the ERP and says what differs, who must act and how.",
      "对账：比对微信与 ERP，列出差异、责任方和处理方法。"
    })
final class ReconcileCommand implements Callable<Integer> {

  @Mixin private Output output = new Output();
  @Mixin private HubTarget hub = new HubTarget();

  @Parameters(
      index = "0",
      paramLabel = "SUBJECT",
      converter = SubjectConverter.class,
      description = "orders, payments, shipments, aftersales, products. 对账对象。")
  private Subject subject = Subject.ORDERS;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "Where the window begins; default two days before its end. 开始时间。")
  private @Nullable Instant from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "Where it ends; default now. A day, or 2026-11-25T08:30 (China). 结束时间。")
  private @Nullable Instant to;

  @Option(names = "--account", paramLabel = "NAME", description = "The account. 账号。")
  private @Nullable String account;

  @Option(names = "--repair", description = "Put to work what the hub can settle. 将中台能解决的差异放入工作清单。")
  private boolean repair;

  @Override
  public Integer call() {
    boolean zh = output.language() == Language.ZH;
    List<Map<String, Object>> found = new ArrayList<>();
    Map<String, Object> last = new HashMap<>();
    String method = repair ? "POST" : "GET";
    hub.ask(
        method,
        path(),
        output.language(),
        line -> {
          if (line.containsKey("progress")) {
            output.progress((zh ? "已比对：" : "compared: ") + line.get("progress"));
          } else if (line.get("found") instanceof Map<?, ?> difference) {
            found.add(named(difference));
          } else {
            last.putAll(line);
          }
        });
    if (!(last.get("result") instanceof Map<?, ?> result)) {
      throw new ProblemException(
          Problem.of("cli-reconcile-broken", "message", last.getOrDefault("message", "-")));
    }
    Map<String, Object> answer = named(result);
    answer.put("found", found);
    output.print(answer, text(result, found, zh));
    return found.isEmpty() ? 0 : 1;
  }

  private String path() {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    parameter(query, "account", account);
    parameter(query, "from", from);
    parameter(query, "to", to);
    return "/api/v1/reconcile/" + subject.text() + query;
  }

  private static void parameter(StringJoiner query, String name, @Nullable Object value) {
    if (value != null) {
      query.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }
  }

  private static Map<String, Object> named(Map<?, ?> map) {
    Map<String, Object> named = new LinkedHashMap<>();
    map.forEach((key, value) -> named.put(String.valueOf(key), value));
    return named;
  }

  private static String text(Map<?, ?> result, List<Map<String, Object>> found, boolean zh) {
    StringJoiner text = new StringJoiner("\n");
    found.forEach(each -> text.add(difference(each, zh)));
    text.add(
        (zh
                ? "%s（%s）%s 至 %s：比对 %s，差异 %s，放入工作清单 %s，已在等待 %s"
                : "%s (%s) %s to %s: %s compared, %s differ, %s put to work, %s waiting already")
            .formatted(
                result.get("subject"),
                result.get("account"),
                result.get("from"),
                result.get("to"),
                result.get("compared"),
                result.get("differences"),
                result.get("queued"),
                result.get("waiting")));
    return text.toString();
  }

  private static String difference(Map<String, Object> it, boolean zh) {
    StringJoiner text = new StringJoiner("\n");
    text.add(
        (zh ? "%s  由%s处理" : "%s  for the %s").formatted(it.get("key"), owner(it.get("owner"), zh)));
    text.add("  " + it.get("difference"));
    text.add((zh ? "  处理：" : "  Repair: ") + it.get("repair"));
    String work = String.valueOf(it.get("work"));
    if (!work.isEmpty()) {
      String reason = String.valueOf(it.get("workReason"));
      boolean same = reason.isEmpty() || reason.startsWith(String.valueOf(it.get("difference")));
      text.add(
          (zh ? "  工作清单：" : "  On the work list: ")
              + it.get("flow")
              + " "
              + work
              + (same ? "" : ". " + reason));
    }
    return text.toString();
  }

  private static String owner(@Nullable Object owner, boolean zh) {
    String name = String.valueOf(owner);
    return switch (name) {
      case "hub" -> zh ? "中台" : "hub";
      case "erp" -> "ERP";
      case "wechat" -> zh ? "微信" : "WeChat";
      default -> zh ? "商家" : name;
    };
  }
}
