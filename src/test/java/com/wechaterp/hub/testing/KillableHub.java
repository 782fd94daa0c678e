package com.wechaterp.hub.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A hub that may be killed, beside a process that plays WeChat and keeps the demo shop's database.
 * Products are not looked for, and nobody of the demo shop acts.
 */
public final class KillableHub implements AutoCloseable {

  private static final String NEVER = "0+0+0+1+1+?+2099";
  private static final String APP_ID = "wxsandbox0000000001";

  private final Path folder;
  private final int port = HubProcess.freePort();
  private final HubProcess wechat;
  private final List<HubProcess> started = new ArrayList<>();

  private KillableHub(Path folder) throws IOException {
    this.folder = folder;
    this.wechat =
        HubProcess.launch(
            folder,
            HubProcess.freePort(),
            "wechat",
            List.of(
                "--hub.rehearsal.merchant-every=0s",
                "--hub.products.find.cron=" + NEVER,
                "--hub.stock.find.cron=" + NEVER,
                "--hub.orders.find.cron=" + NEVER,
                "--hub.payments.find.cron=" + NEVER,
                "--hub.aftersales.find.cron=" + NEVER,
                "--hub.aftersale-decisions.find.cron=" + NEVER,
                "--hub.aftersale-requests.find.cron=" + NEVER,
                "--hub.complaints.find.cron=" + NEVER,
                "--hub.complaint-evidence.find.cron=" + NEVER,
                "--hub.sandbox.complaints.support-delay=0s",
                "--hub.sandbox.accounts."
                    + APP_ID
                    + ".callback-url=http://127.0.0.1:"
                    + port
                    + "/callbacks/sandbox"));
  }

  /** Starts WeChat; the hub is not running yet. */
  public static KillableHub besideWeChat(Path folder) throws IOException {
    KillableHub hub = new KillableHub(folder);
    hub.wechat.awaitReady("/api/v1/status");
    return hub;
  }

  /** Starts the hub anew, with what it knew before. */
  public HubProcess start() throws IOException {
    String account = "--hub.wechat.accounts.sandbox.";
    HubProcess hub =
        HubProcess.launch(
            folder,
            port,
            "hub",
            List.of(
                "--hub.rehearsal.active=true",
                "--hub.rehearsal.demo=true",
                "--hub.rehearsal.merchant-every=0s",
                "--hub.account=sandbox",
                account + "app-id=" + APP_ID,
                account + "app-secret=sandbox-secret-not-secret-0000",
                account + "token=sandboxtoken",
                account + "encoding-aes-key=sandboxsandboxsandboxsandboxsandboxsandbox0",
                account + "base-url=" + wechat.uri("/sandbox"),
                "--hub.products.find.cron=" + NEVER,
                "--hub.stock.find.cron=" + NEVER,
                "--hub.orders.find.cron=0/2+*+*+*+*+?",
                "--hub.payments.find.cron=1/2+*+*+*+*+?",
                "--hub.order.look-again=3s",
                "--hub.erp.url=" + url(),
                "--hub.erp.username=root",
                "--hub.work.heartbeat=1s"));
    started.add(hub);
    return hub.awaitReady("/api/v1/status");
  }

  /** Returns the process that plays WeChat. */
  public HubProcess wechat() {
    return wechat;
  }

  /** Returns the demo shop's database. */
  public JdbcTemplate shop() throws IOException {
    return new JdbcTemplate(new DriverManagerDataSource(url(), "root", ""));
  }

  private String url() throws IOException {
    return "jdbc:mysql://127.0.0.1:"
        + Files.readString(folder.resolve("wechat/demo-erp/port")).strip()
        + "/demo_shop?useSSL=false&allowPublicKeyRetrieval=true";
  }

  /** Ends all; the one with the demo database may end it in peace. */
  @Override
  public void close() throws InterruptedException {
    for (HubProcess hub : started) {
      hub.close();
    }
    wechat.close();
  }
}
