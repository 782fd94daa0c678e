package com.wechaterp.hub.rehearsal.demo;

import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.HubProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Hubs in processes of their own, and what can be asked of them over HTTP. */
final class HubProcesses implements AutoCloseable {

  static final String NEVER = "0+0+0+1+1+?+2099";

  private final Path folder;
  private final List<HubProcess> started = new ArrayList<>();

  HubProcesses(Path folder) {
    this.folder = folder;
  }

  /** Starts a rehearsal that pushes nothing: WeChat and the ERP for the hubs of a test. */
  int startWeChat() throws Exception {
    int port = HubProcess.freePort();
    start(
        port,
        "wechat",
        "--hub.rehearsal.merchant-every=0s",
        "--hub.products.find.cron=" + NEVER,
        "--hub.stock.find.cron=" + NEVER);
    return port;
  }

  /** Returns a database on the server of the demo ERP. */
  String database(String name) throws IOException {
    return "jdbc:mysql://127.0.0.1:"
        + Files.readString(folder.resolve("wechat/demo-erp/port")).strip()
        + "/"
        + name
        + "?createDatabaseIfNotExist=true&useSSL=false&allowPublicKeyRetrieval=true";
  }

  /** Starts a hub that pushes the demo catalogue to the given WeChat. */
  HubProcess startHub(int port, String name, int wechat, String... options) throws Exception {
    List<String> all = new ArrayList<>();
    all.addAll(
        List.of(
            "--hub.rehearsal.active=true",
            "--hub.rehearsal.demo=true",
            "--hub.rehearsal.merchant-every=0s",
            "--hub.account=sandbox",
            "--hub.wechat.accounts.sandbox.app-id=wxsandbox0000000001",
            "--hub.wechat.accounts.sandbox.app-secret=sandbox-secret-not-secret-0000",
            "--hub.wechat.accounts.sandbox.base-url=http://127.0.0.1:" + wechat + "/sandbox",
            "--hub.quotas.spu-audit.hour=100000",
            "--hub.quotas.spu-audit.day=100000",
            "--hub.products.find.cron=0/5+*+*+*+*+?",
            "--hub.product-audits.find.cron=4/5+*+*+*+*+?",
            "--hub.erp.url=" + database("demo_shop"),
            "--hub.erp.username=root",
            "--hub.work.heartbeat=1s"));
    all.addAll(List.of(options));
    return start(port, name, all.toArray(String[]::new));
  }

  /** Starts a hub and waits until it answers. */
  HubProcess start(int port, String name, String... options) throws Exception {
    HubProcess process = launch(port, name, options);
    await()
        .atMost(Duration.ofSeconds(90))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> get(port, "/api/v1/status").has("flows"));
    return process;
  }

  HubProcess launch(int port, String name, String... options) throws IOException {
    HubProcess process = HubProcess.launch(folder, port, name, List.of(options));
    started.add(process);
    return process;
  }

  /** Returns the ids of the products in the sandbox; none occurs twice. */
  Set<String> products(int wechat) throws Exception {
    Set<String> ids = new HashSet<>();
    for (JsonNode product : all(wechat)) {
      if (!ids.add(product.path("out_product_id").asString())) {
        throw new AssertionError("Added twice: " + product);
      }
    }
    return ids;
  }

  /** Returns whether the whole catalogue has arrived and no audit is open. */
  boolean decided(int wechat) throws Exception {
    int decided = 0;
    for (JsonNode product : all(wechat)) {
      int edit = product.path("edit_status").asInt();
      if (edit != 3 && edit != 4) {
        return false;
      }
      decided++;
    }
    return decided > 280;
  }

  /** Returns whether a hub has nothing left to do for products. */
  boolean settled(int port) throws Exception {
    JsonNode flows = get(port, "/api/v1/status").path("flows");
    return flows.path("products").path("waiting").asInt() == 0
        && flows.path("product-audits").path("waiting").asInt() == 0;
  }

  private JsonNode all(int wechat) throws Exception {
    return get(wechat, "/sandbox/_control/products").path("products");
  }

  /** Returns how often an operation was called. */
  int calls(int wechat, String operation) throws Exception {
    return get(wechat, "/sandbox/_control/calls").path(operation).asInt(0);
  }

  JsonNode get(int port, String path) throws IOException, InterruptedException {
    return HubProcess.get(HubProcess.uri(port, path));
  }

  @Override
  public void close() throws InterruptedException {
    // The one with the demo database was started first and may end it in peace.
    for (int last = started.size() - 1; last >= 0; last--) {
      started.get(last).close();
    }
  }
}
