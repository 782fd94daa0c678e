package com.wechaterp.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.FaultyProxy;
import com.wechaterp.hub.testing.MariaDb;
import com.wechaterp.hub.testing.RunningHub;
import com.wechaterp.hub.testing.RunningHub.Answer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A whole hub whose own database is a MariaDB at the end of a line that can break. */
class MariaDbHubIT {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final int CALLERS = 8;

  @TempDir private static Path data;
  private static FaultyProxy line;
  private static RunningHub hub;
  private static JdbcTemplate database;

  @BeforeAll
  static void start() throws Exception {
    String url = MariaDb.createDatabase("hub");
    line = FaultyProxy.to(URI.create(url.substring("jdbc:".length())).getPort());
    database = new JdbcTemplate(new DriverManagerDataSource(url, "root", ""));
    hub =
        RunningHub.start(
            data,
            "spring.datasource.url=" + url.replaceFirst(":\\d+/", ":" + line.port() + "/"),
            "spring.datasource.username=root",
            "spring.datasource.password=",
            "hub.order.patience=60s",
            "hub.database.lock-wait=1s",
            "hub.database.statement-limit=3s",
            "hub.database.idle-limit=2s");
  }

  @AfterEach
  void mend() {
    line.pass();
  }

  @AfterAll
  static void stop() throws Exception {
    if (hub != null) {
      hub.close();
    }
    line.close();
  }

  @Test
  void placesEveryOfManyOrdersAskedForAtOnce() throws Exception {
    List<Callable<Answer>> calls = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      // Every third comes twice, as from a backend that repeats what took long.
      String no = "M" + i;
      calls.add(() -> place(no));
      if (i % 3 == 0) {
        calls.add(() -> place(no));
      }
    }

    assertThat(together(calls)).extracting(Answer::status).containsOnly(200);
    assertThat(
            database.queryForObject(
                "SELECT COUNT(*) FROM order_request WHERE out_order_id LIKE 'M%'", Integer.class))
        .isEqualTo(60);
    assertThat(hub.calls("shop/order/add")).isEqualTo(60);
  }

  @Test
  void worksAgainSoonAfterItsDatabaseWasSilent() throws Exception {
    assertThat(place("S1").status()).isEqualTo(200);
    line.freeze();
    // As many as there are connections, so that each of them is caught in the silence.
    List<Callable<Answer>> calls =
        IntStream.range(0, 12).<Callable<Answer>>mapToObj(i -> () -> place("S2" + i)).toList();
    together(calls);

    line.pass();

    await().atMost(SOON).until(() -> place("S3").status() == 200);
  }

  @Test
  void worksOnWhenAFirewallForgotItsConnections() {
    assertThat(place("F1").status()).isEqualTo(200);

    line.forget();

    await().atMost(SOON).until(() -> place("F2").status() == 200);
  }

  private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try {
      List<T> answers = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(calls)) {
        answers.add(each.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Answer place(String no) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("out_product_id", "G1");
    line.put("out_sku_id", "G1-1");
    line.put("product_cnt", 1);
    line.put("sale_price", 1990);
    line.put("path", "pages/goods?no=G1");
    line.put("title", "云白陶瓷碗");
    line.put("head_img", "https://shop.example/G1-1.png");
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("out_order_id", no);
    order.put("openid", "openid-of-" + no);
    order.put("fund_type", 1);
    order.put("path", "pages/order?no=" + no);
    order.put("order_price", 1990);
    order.put("receiver_name", "张三");
    order.put("tel_number", "13800000001");
    order.put("detailed_address", "广东省广州市海珠区");
    order.put("product_infos", List.of(line));
    return hub.post("/api/v1/orders", order);
  }
}
