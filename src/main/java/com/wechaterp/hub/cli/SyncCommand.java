package com.wechaterp.hub.cli;

import com.wechaterp.hub.problem.Language;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Compares whole catalogues. */
@Command(
    name = "sync",
    mixinStandardHelpOptions = true,
    description = {"Compares everything once.", "全量比对一次。"})
final class SyncCommand {

  @Command(
      name = "products",
      mixinStandardHelpOptions = true,
      description = {
        "Looks at every product of the ERP and sends what differs.",
        "检查 ERP 的全部商品，只发送有差异的。"
      })
  int products(@Mixin Output output, @Mixin HubTarget hub, @Mixin Consent consent) {
    boolean zh = output.language() == Language.ZH;
    consent.require(zh ? "将比对 ERP 的全部商品。继续？" : "Every product of the ERP will be compared. Go on?");
    output.progress(zh ? "正在读取 ERP 的商品……" : "Reading the products of the ERP…");
    Map<String, Object> answer = hub.askOnce("POST", "/api/v1/sync/products", output.language());
    Object marked = answer.get("marked");
    output.print(
        answer,
        zh
            ? "已将 " + marked + " 个商品放入工作清单；进度见 /api/v1/status。"
            : marked + " products are on the work list; /api/v1/status shows how far they are.");
    return 0;
  }
}
