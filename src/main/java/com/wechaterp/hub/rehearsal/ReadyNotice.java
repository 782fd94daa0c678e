package com.wechaterp.hub.rehearsal;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Says once that the hub is ready, and where to look. */
final class ReadyNotice implements ApplicationListener<ApplicationReadyEvent>, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(ReadyNotice.class);

  private final HubProperties hub;
  private final RehearsalProperties rehearsal;
  private final Environment settings;

  ReadyNotice(HubProperties hub, RehearsalProperties rehearsal, Environment settings) {
    this.hub = hub;
    this.rehearsal = rehearsal;
    this.settings = settings;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    String port = settings.getProperty("local.server.port", "");
    if (port.isEmpty()) {
      return;
    }
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    double seconds = (System.currentTimeMillis() - started) / 1000.0;
    boolean zh = Language.of(hub.language()) == Language.ZH;
    lines(zh, "http://localhost:" + port, seconds).forEach(line -> LOG.info("{}", line));
  }

  private List<String> lines(boolean zh, String here, double seconds) {
    List<String> lines = new ArrayList<>();
    String home = rehearsal.home();
    if (!home.isEmpty()) {
      lines.add(
          zh
              ? "当前目录没有 routes/，正在使用解压到 " + home + " 的内置路由；可在那里修改。"
              : "There is no routes/ here: the built-in routes run, unpacked to "
                  + home
                  + "; edit them there.");
    }
    if (rehearsal.active()) {
      lines.add(rehearses(zh));
      lines.add(
          zh
              ? "  沙箱中的商品  " + here + "/sandbox/_control/products"
              : "  products in the sandbox  " + here + "/sandbox/_control/products");
    }
    if (hub.dryRun()) {
      lines.add(Problem.of("hub-dry-run").sentence(zh ? Language.ZH : Language.EN));
    }
    lines.add(
        zh ? "  运行状态      " + here + "/api/v1/status" : "  status  " + here + "/api/v1/status");
    lines.add(String.format(zh ? "就绪，用时 %.1f 秒。" : "ready in %.1f s", seconds));
    return lines;
  }

  private String rehearses(boolean zh) {
    if (settings.getProperty("hub.rehearsal.demo", Boolean.class, false)) {
      return zh
          ? "没有配置微信账号：中台正在演练，内置沙箱代替微信，演示数据库代替 ERP，不会向微信发送任何内容。"
          : "No WeChat account is configured: the hub rehearses. A sandbox stands in for WeChat and a"
              + " demo database for the ERP; nothing reaches WeChat.";
    }
    return zh
        ? "中台正在演练：内置沙箱代替微信，但其应答会写入 hub.erp.url 的 ERP；因此 /api 需要 hub.api-keys 的密钥。"
        : "The hub rehearses: a sandbox stands in for WeChat, but what it answers is written to the"
            + " ERP of hub.erp.url; /api therefore asks for a key of hub.api-keys.";
  }

  /** Speaks after the routes are loaded. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
