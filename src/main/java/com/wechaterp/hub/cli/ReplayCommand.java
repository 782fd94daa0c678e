package com.wechaterp.hub.cli;

import com.wechaterp.hub.problem.Language;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts held and dead keys back to work. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {"Puts held and dead keys of a flow back to work.", "重放流程中被搁置或失败的键。"})
final class ReplayCommand implements Callable<Integer> {

  @Mixin private Output output = new Output();
  @Mixin private HubTarget hub = new HubTarget();
  @Mixin private Consent consent = new Consent();

  @Parameters(index = "0", paramLabel = "FLOW", description = "Such as products. 流程，如 products。")
  private String flow = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "KEY",
      description = "One key; without it every key that waits. 单个键；省略即全部。")
  private @Nullable String key;

  @Override
  public Integer call() {
    boolean zh = output.language() == Language.ZH;
    String one = key;
    if (one == null) {
      consent.require(
          zh
              ? "将重放 " + flow + " 的全部等待键。继续？"
              : "Every waiting key of " + flow + " goes back to work. Go on?");
    }
    String path = "/api/v1/replay/" + encoded(flow) + (one == null ? "" : "?key=" + encoded(one));
    Map<String, Object> answer = hub.askOnce("POST", path, output.language());
    Object replayed = answer.get("replayed");
    output.print(answer, zh ? "已重放 " + replayed + " 个键。" : replayed + " keys went back to work.");
    return one != null && Integer.valueOf(0).equals(replayed) ? 1 : 0;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
