package com.wechaterp.hub.rehearsal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.HubHome;
import com.wechaterp.hub.testing.HubProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two hubs in processes of their own that share a MariaDB. */
class TwoHubsIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  private HubProcesses hubs;
  private JdbcTemplate hub;

  @BeforeEach
  void open() {
    hubs = new HubProcesses(folder);
  }

  @AfterEach
  void stop() throws InterruptedException {
    hubs.close();
  }

  @Test
  void addEachProductOnce() throws Exception {
    int wechat = hubs.startWeChat();
    Path home = home(wechat);
    int one = startHub("one", wechat, home);
    int two = startHub("two", wechat, home);

    await()
        .atMost(Duration.ofSeconds(120))
        .until(() -> hubs.decided(wechat) && hubs.settled(one) && hubs.settled(two));

    assertThat(hubs.products(wechat)).hasSize(hubs.calls(wechat, "shop/spu/add"));
    assertThat(hubs.calls(wechat, "shop/spu/update")).isZero();
    // Once by the two, and once by the hub of the process that plays WeChat, at its own start.
    assertThat(hubs.calls(wechat, "shop/cat/get")).isEqualTo(2);
  }

  @Test
  void lookOnceEachTimeAndLeaveNoTriggerBehind() throws Exception {
    int wechat = hubs.startWeChat();
    Path home = home(wechat);
    startHub("one", wechat, home);
    startHub("two", wechat, home);
    // A route's SQL meets the ERP; the triggers are in the database that the two hubs share.
    hub.execute("CREATE TABLE demo_shop.ticks (fired_at BIGINT NOT NULL)");

    Files.writeString(home.resolve("routes/ticks.camel.yaml"), ticks("0/1+*+*+*+*+?"));
    await().atMost(SOON).until(() -> fired() >= 6);
    assertThat(firedTwice()).isZero();
    assertThat(triggers()).isEqualTo("0/1 * * * * ?");

    Files.writeString(home.resolve("routes/ticks.camel.yaml"), ticks("0/2+*+*+*+*+?"));
    await().atMost(SOON).until(() -> triggers().equals("0/2 * * * * ?"));
    long before = fired();
    await().atMost(SOON).until(() -> fired() > before);

    Files.delete(home.resolve("routes/ticks.camel.yaml"));
    await().atMost(SOON).until(() -> triggers().isEmpty());
    long last = fired();
    await().during(Duration.ofSeconds(4)).atMost(SOON).until(() -> fired() <= last + 1);
    assertThat(firedTwice()).isZero();
  }

  private int startHub(String name, int wechat, Path home) throws Exception {
    String url = hubs.database("hub");
    hub = new JdbcTemplate(new DriverManagerDataSource(url, "root", ""));
    int port = HubProcess.freePort();
    hubs.startHub(
        port,
        name,
        wechat,
        "--hub.home=" + home,
        "--spring.datasource.url=" + url,
        "--spring.datasource.username=root",
        "--spring.datasource.password=");
    return port;
  }

  private long fired() {
    Long count = hub.queryForObject("SELECT COUNT(*) FROM demo_shop.ticks", Long.class);
    return count == null ? 0 : count;
  }

  /** Returns how many ticks are there beside another of the same second, in one look. */
  private long firedTwice() {
    Long count =
        hub.queryForObject(
            "SELECT COUNT(*) - COUNT(DISTINCT fired_at) FROM demo_shop.ticks", Long.class);
    return count == null ? 0 : count;
  }

  /** Returns the expressions of the route's triggers. */
  private String triggers() {
    return String.join(
        ",",
        hub.queryForList(
            "SELECT cron_expression FROM QRTZ_CRON_TRIGGERS WHERE trigger_name = 'ticks'",
            String.class));
  }

  private static String ticks(String cron) {
    return """
        - route:
            id: ticks
            from:
              uri: "quartz:ticks?cron=%s&stateful=true"
              steps:
                - to: "sql:INSERT INTO ticks (fired_at) VALUES (:#${header.scheduledFireTime.time})"
        """
        .formatted(cron);
  }

  /** One home for both: a picture has one address, whichever hub reads it. */
  private Path home(int wechat) throws Exception {
    Path home = folder.resolve("home");
    HubHome.copyTo(home);
    Path pack = home.resolve("config/erp/demo/pack.yaml");
    Files.writeString(
        pack, Files.readString(pack).replace("${server.port:8080}", String.valueOf(wechat)));
    return home;
  }
}
