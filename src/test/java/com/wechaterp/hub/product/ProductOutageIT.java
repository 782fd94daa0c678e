package com.wechaterp.hub.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.DemoTables;
import com.wechaterp.hub.testing.FaultyProxy;
import com.wechaterp.hub.testing.MariaDb;
import com.wechaterp.hub.testing.RunningHub;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.InflightRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Products while the ERP or WeChat is away or talks nonsense, with the routes as they ship. */
class ProductOutageIT {

  private static final Duration SOON = Duration.ofMinutes(2);

  /** What a supervisor waits for, and many wait no longer. */
  private static final Duration STOP = Duration.ofSeconds(30);

  @TempDir private static Path home;
  private static JdbcTemplate erp;
  private static FaultyProxy line;
  private static RunningHub hub;
  private static String url;

  @BeforeAll
  static void start() throws IOException {
    copy(Path.of("routes"), home.resolve("routes"));
    copy(Path.of("config/erp/demo"), home.resolve("config/erp/demo"));
    Path policy = home.resolve("routes/failures.camel.yaml");
    Files.writeString(policy, Files.readString(policy).replace("first=30s", "first=4s"));
    String direct = MariaDb.createDatabase("outage");
    DemoTables.create(direct, "root");
    erp = new JdbcTemplate(new DriverManagerDataSource(direct, "root", ""));
    line = FaultyProxy.to(URI.create(direct.substring("jdbc:".length())).getPort());
    url = direct.replaceFirst(":\\d+/", ":" + line.port() + "/");
    hub =
        RunningHub.startOn(
            url, home.resolve("data"), "hub.home=" + home, "hub.sandbox.audit-delay=1s");
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (hub != null) {
      hub.close();
      line.close();
    }
  }

  @AfterEach
  void mend() {
    line.pass();
  }

  @Test
  void waitsForAnErpThatIsAwayAndGoesOnByItself() {
    goods("O1");
    line.cut();

    look("O1");

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(paused("products"))
                    .contains("The ERP cannot be reached at jdbc:mysql://127.0.0.1")
                    .contains("hub.erp.url"));
    assertThat(hub.held("products", "O1")).isEmpty();
    assertThat(paused("callbacks")).isEmpty();
    assertThat(hub.get("/api/v1/status").body().get("pack").toString())
        .contains("The ERP cannot be reached");
    line.pass();
    await().atMost(SOON).until(() -> hub.onSale().contains("O1"));
  }

  @Test
  void takesHtmlInsteadOfJsonForAnOutageAndSubmitsWhatArrivedOnce() {
    fail("shop/spu/add", "html", 0, true);
    goods("O2");
    goods("O3");
    int before = hub.calls("shop/spu/add");

    look("O2", "O3");

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(paused("products"))
                    .contains("The answer to shop/spu/add is not JSON; it begins with: <html>")
                    .contains("base-url", "proxy"));
    await().atMost(SOON).until(() -> hub.onSale().containsAll(List.of("O2", "O3")));
    assertThat(hub.calls("shop/spu/add")).isEqualTo(before + 2);
  }

  @Test
  void holdsAloneTheProductThatWeChatRefuses() {
    goods("O4");
    goods("O5");
    fail("shop/spu/add", "errcode", 1000046, false);

    look("O4");
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(hub.held("products", "O4")).contains("shop/spu/add", "1000046"));
    look("O5");

    await().atMost(SOON).until(() -> hub.onSale().contains("O5"));
    assertThat(paused("products")).isEmpty();
    assertThat(hub.onSale()).doesNotContain("O4");
  }

  @Test
  void stopsSoonThoughTheErpIsSilent() throws Exception {
    RunningHub other =
        RunningHub.startOn(url, home.resolve("other"), "hub.home=" + home, "hub.account=sandbox");
    other
        .part(WorkList.class)
        .mark(new WorkKey("products", "sandbox", "O9"), WorkPriority.NORMAL, "test");
    await().atMost(SOON).until(() -> other.waiting("products") == 0);
    line.freeze();
    other
        .part(WorkList.class)
        .mark(new WorkKey("products", "sandbox", "O9"), WorkPriority.NORMAL, "test");
    InflightRepository working = other.part(CamelContext.class).getInflightRepository();
    await().atMost(SOON).until(() -> working.size("products-push") > 0);

    Instant begun = Instant.now();
    CompletableFuture<Void> stop = CompletableFuture.runAsync(other::close);
    stop.get(STOP.toSeconds() * 4, TimeUnit.SECONDS);

    assertThat(Duration.between(begun, Instant.now())).isLessThan(STOP);
  }

  private static String paused(String flow) {
    Map<?, ?> flows = (Map<?, ?>) hub.get("/api/v1/status").body().get("flows");
    return String.valueOf(((Map<?, ?>) flows.get(flow)).get("paused"));
  }

  private static void fail(String operation, String kind, int value, boolean afterwards) {
    hub.lever(
        "fail?operation=%s&kind=%s&value=%d&times=1&afterwards=%s"
            .formatted(operation, kind, value, afterwards));
  }

  private static void look(String... keys) {
    for (String key : keys) {
      hub.part(WorkList.class)
          .mark(new WorkKey("products", "sandbox", key), WorkPriority.NORMAL, "test");
    }
  }

  private static void goods(String no) {
    erp.update(
        "INSERT INTO goods VALUES (?, '线路中断期间的保温杯', 'B03', '1', 'X-1.png', '', '', NOW())", no);
    erp.update(
        "INSERT INTO goods_item VALUES (?, ?, '白', '标准', 59.00, 99, '690', 1)", no + "-1", no);
    erp.update("INSERT INTO store_qty VALUES (?, 10)", no + "-1");
  }
}
