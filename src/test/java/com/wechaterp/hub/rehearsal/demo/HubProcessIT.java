package com.wechaterp.hub.rehearsal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hubs in processes of their own: killed while they push the catalogue, and with a real account.
 */
class HubProcessIT {

  private static final String NEVER = "0+0+0+1+1+?+2099";
  private static final int KILLS = 2;

  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.builder().build();
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    // The one with the demo database was started first and may end it in peace.
    for (int last = started.size() - 1; last >= 0; last--) {
      Process process = started.get(last);
      process.destroy();
      process.waitFor(20, TimeUnit.SECONDS);
      process.destroyForcibly();
    }
  }

  @Test
  void submitsEachProductOnceHoweverOftenItIsKilled() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    int wechat = freePort();
    start(
        wechat,
        "wechat",
        "--hub.rehearsal.merchant-every=0s",
        "--hub.products.find.cron=" + NEVER,
        "--hub.stock.find.cron=" + NEVER);
    String erp =
        "jdbc:mysql://127.0.0.1:"
            + Files.readString(folder.resolve("wechat/demo-erp/port")).strip()
            + "/demo_shop?useSSL=false&allowPublicKeyRetrieval=true";
    int port = freePort();

    for (int kill = 1; kill <= KILLS; kill++) {
      int enough = adds(wechat) + 15 + random.nextInt(60);
      Process hub = startHub(port, wechat, erp);
      await()
          .pollInterval(Duration.ofMillis(20))
          .atMost(Duration.ofSeconds(60))
          .until(() -> adds(wechat) >= enough);
      hub.destroyForcibly().waitFor();
    }
    startHub(port, wechat, erp);

    await().atMost(Duration.ofSeconds(90)).until(() -> decided(wechat) && settled(port));
    Set<String> ids = new HashSet<>();
    for (JsonNode product : products(wechat)) {
      assertThat(ids.add(product.path("out_product_id").asString())).isTrue();
    }
    assertThat(get(wechat, "/sandbox/_control/calls").has("shop/spu/update")).isFalse();
    assertThat(get(port, "/api/v1/status").path("flows").path("products").path("dead").asInt())
        .isZero();
  }

  @Test
  void startsWithARealAccountWithoutTheSandboxAndWithItsApiClosed() throws Exception {
    int port = freePort();
    launch(
        port,
        "production",
        "--hub.wechat.accounts.main.app-id=wx1234567890123456",
        "--hub.wechat.accounts.main.app-secret=secret",
        "--hub.wechat.accounts.main.base-url=http://127.0.0.1:1",
        "--hub.erp.url=jdbc:mysql://127.0.0.1:1/erp");

    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> status(port, "/actuator/health") == 200);
    assertThat(status(port, "/sandbox/_control/products")).isEqualTo(404);
    assertThat(status(port, "/api/v1/status")).isEqualTo(401);
  }

  private int status(int port, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /** The whole catalogue has arrived, and no audit is open. */
  private boolean decided(int wechat) throws Exception {
    int decided = 0;
    for (JsonNode product : products(wechat)) {
      int edit = product.path("edit_status").asInt();
      if (edit != 3 && edit != 4) {
        return false;
      }
      decided++;
    }
    return decided > 280;
  }

  private JsonNode products(int wechat) throws Exception {
    return get(wechat, "/sandbox/_control/products").path("products");
  }

  private boolean settled(int port) throws Exception {
    JsonNode flows = get(port, "/api/v1/status").path("flows");
    return flows.path("products").path("waiting").asInt() == 0
        && flows.path("product-audits").path("waiting").asInt() == 0;
  }

  private int adds(int wechat) throws Exception {
    return get(wechat, "/sandbox/_control/calls").path("shop/spu/add").asInt(0);
  }

  private Process startHub(int port, int wechat, String erp) throws Exception {
    return start(
        port,
        "hub",
        "--hub.rehearsal.active=true",
        "--hub.account=sandbox",
        "--hub.wechat.accounts.sandbox.app-id=wxsandbox0000000001",
        "--hub.wechat.accounts.sandbox.app-secret=sandbox-secret-not-secret-0000",
        "--hub.quotas.spu-audit.hour=100000",
        "--hub.quotas.spu-audit.day=100000",
        "--hub.products.find.cron=0/5+*+*+*+*+?",
        "--hub.product-audits.find.cron=4/5+*+*+*+*+?",
        "--hub.wechat.accounts.sandbox.base-url=http://127.0.0.1:" + wechat + "/sandbox",
        "--hub.erp.url=" + erp,
        "--hub.erp.username=root",
        "--hub.work.heartbeat=1s");
  }

  private Process start(int port, String name, String... options) throws Exception {
    Process process = launch(port, name, options);
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> get(port, "/api/v1/status").has("flows"));
    return process;
  }

  private Process launch(int port, String name, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", withoutTests()));
    command.add("com.wechaterp.hub.HubApplication");
    command.add("--server.port=" + port);
    command.add("--hub.data-dir=" + folder.resolve(name));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve(name + ".log").toFile()))
            .start();
    started.add(process);
    return process;
  }

  /** The hub would scan the tests' own configurations too. */
  private static String withoutTests() {
    return Arrays.stream(
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private JsonNode get(int port, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return json.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }
}
