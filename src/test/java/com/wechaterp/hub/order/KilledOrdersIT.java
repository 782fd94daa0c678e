package com.wechaterp.hub.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.HubProcess;
import com.wechaterp.hub.testing.KillableHub;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A hub that is killed while orders and payments pass through it. */
class KilledOrdersIT {

  private static final int ORDERS = 60;
  private static final int KILLS = 3;

  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  private KillableHub killable;

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> byMiniProgram = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    killable = KillableHub.besideWeChat(folder);
  }

  @AfterEach
  void stop() throws InterruptedException {
    killable.close();
  }

  @Test
  void createsEachOrderOnceAndTakesEachPaymentOnce() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    HubProcess wechat = killable.wechat();
    JdbcTemplate shop = killable.shop();
    for (int i = 1; i <= ORDERS; i++) {
      order(shop, "K" + i, i % 3 == 0 ? "M" : "W");
    }

    for (int kill = 1; kill <= KILLS; kill++) {
      HubProcess hub = killable.start();
      int enough = Math.min(ORDERS, orders(wechat).size() + 5 + random.nextInt(20));
      await()
          .pollInterval(Duration.ofMillis(20))
          .atMost(Duration.ofSeconds(90))
          .until(() -> orders(wechat).size() >= enough);
      payAll(wechat);
      placeByMiniProgram(hub, "Z" + kill);
      hub.kill();
    }
    HubProcess hub = killable.start();
    for (String no : byMiniProgram) {
      assertThat(post(hub, no).get().statusCode()).isEqualTo(200);
    }

    await()
        .atMost(Duration.ofSeconds(120))
        .until(
            () -> {
              payAll(wechat);
              return unpaid(shop) == 0;
            });
    Set<String> ids = new HashSet<>();
    for (JsonNode order : orders(wechat)) {
      assertThat(ids.add(order.path("out_order_id").asString())).isTrue();
    }
    assertThat(ids).hasSize(ORDERS + byMiniProgram.size());
    assertThat(calls(wechat, "shop/order/add")).isEqualTo(ids.size());
    assertThat(shop.queryForList("SELECT so_no FROM pay_log", String.class))
        .doesNotHaveDuplicates()
        .hasSize(ORDERS - ORDERS / 3);
    JsonNode flows = hub.get("/api/v1/status").path("flows");
    assertThat(flows.path("orders").path("dead").asInt()).isZero();
    assertThat(flows.path("payments").path("dead").asInt()).isZero();
  }

  private static void order(JdbcTemplate shop, String no, String payWay) {
    boolean paid = payWay.equals("M");
    LocalDateTime now = LocalDateTime.now(ZoneId.of("Asia/Shanghai"));
    shop.update(
        "INSERT INTO so_line (so_no, line_no, item_no, qty, price)"
            + " VALUES (?, 1, 'G10001-1', 2, 19.90)",
        no);
    shop.update(
        "INSERT INTO so_head (so_no, cust_wx, st, pay_way, amt, freight_amt, off_amt, ship_to,"
            + " made, keep_min, prepay_no, prepay_time, pay_no, pay_time, upd_time)"
            + " VALUES (?, 'openid-of-buyer', ?, ?, 42.80, 5.00, 2.00,"
            + " '张三/13800000001/广东省广州市海珠区', ?, 30, 'wx42', ?, ?, ?, NOW())",
        no,
        paid ? "P" : "N",
        payWay,
        now,
        now,
        paid ? "4200" + no : null,
        paid ? now : null);
  }

  /** How many orders of the cashier the shop still takes for unpaid. */
  private static long unpaid(JdbcTemplate shop) {
    Long count = shop.queryForObject("SELECT COUNT(*) FROM so_head WHERE st = 'N'", Long.class);
    return count == null ? 0 : count;
  }

  private List<JsonNode> orders(HubProcess wechat) throws Exception {
    List<JsonNode> orders = new ArrayList<>();
    wechat.get("/sandbox/_control/orders").path("orders").forEach(orders::add);
    return orders;
  }

  private int calls(HubProcess wechat, String operation) throws Exception {
    return wechat.get("/sandbox/_control/calls").path(operation).asInt(0);
  }

  /** All buyers at WeChat's cashier pay. */
  private void payAll(HubProcess wechat) throws Exception {
    for (JsonNode order : orders(wechat)) {
      if (order.path("status").asInt() == 10 && order.path("fund_type").asInt() == 1) {
        HttpRequest pay =
            HttpRequest.newBuilder(
                    wechat.uri(
                        "/sandbox/_control/orders/"
                            + order.path("out_order_id").asString()
                            + "/pay"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        http.send(pay, HttpResponse.BodyHandlers.discarding());
      }
    }
  }

  /** Asks for a few orders and does not wait for the answers. */
  private void placeByMiniProgram(HubProcess hub, String prefix) {
    for (int i = 1; i <= 4; i++) {
      byMiniProgram.add(prefix + "-" + i);
      post(hub, prefix + "-" + i);
    }
  }

  private CompletableFuture<HttpResponse<String>> post(HubProcess hub, String no) {
    String body =
        """
        {"out_order_id": "%s", "openid": "openid-of-buyer", "fund_type": 1, "path": "pages/order",
         "order_price": 1990, "delivery_type": 4, "product_infos": [{"out_product_id": "G10001",
         "out_sku_id": "G10001-1", "product_cnt": 1, "sale_price": 1990, "path": "pages/goods",
         "title": "bowl", "head_img": "https://shop.example/1.png"}]}"""
            .formatted(no);
    HttpRequest request =
        HttpRequest.newBuilder(hub.uri("/api/v1/orders"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }
}
