package com.wechaterp.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.RunningHub;
import com.wechaterp.hub.testing.RunningHub.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mini-program's backend, which talks to the hub over HTTP while its buyer waits. */
class OrderApiIT {

  private static final Duration SOON = Duration.ofMinutes(2);

  @TempDir private static Path data;
  private static RunningHub hub;

  @BeforeAll
  static void start() throws Exception {
    hub = RunningHub.start(data, "hub.order.patience=5s");
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  private static Map<String, Object> order(String no) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("out_product_id", "G1");
    line.put("out_sku_id", "G1-1");
    line.put("product_cnt", 2);
    line.put("sale_price", 1990);
    line.put("path", "pages/goods?no=G1");
    line.put("title", "云白陶瓷碗");
    line.put("head_img", "https://shop.example/G1-1.png");
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("out_order_id", no);
    order.put("openid", "openid-of-" + no);
    order.put("fund_type", 1);
    order.put("path", "pages/order?no=" + no);
    order.put("order_price", 4280);
    order.put("freight", 500);
    order.put("discounted_price", 200);
    order.put("receiver_name", "张三");
    order.put("tel_number", "13800000001");
    order.put("detailed_address", "广东省广州市海珠区");
    order.put("product_infos", List.of(line));
    return order;
  }

  private static Answer place(Map<String, Object> order) {
    return hub.post("/api/v1/orders", order);
  }

  @Test
  void placesAnOrderAndGivesTheCashiersParametersInOneCall() {
    Answer answer = place(order("N1"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().get("order_id")).isInstanceOf(String.class);
    assertThat(answer.body().get("status")).isEqualTo(10);
    assertThat((Map<?, ?>) answer.body().get("payment_params"))
        .asString()
        .contains("prepay_id=", "paySign");
  }

  @Test
  void givesTheSameAnswerToTheSameBodyAndRefusesAnother() {
    int adds = hub.calls("shop/order/add");
    Map<?, ?> first = place(order("N2")).body();

    assertThat(place(order("N2")).body()).isEqualTo(first);
    assertThat(hub.calls("shop/order/add")).isEqualTo(adds + 1);
    Map<String, Object> other = order("N2");
    other.put("order_price", 4180);
    other.put("discounted_price", 300);
    Answer refused = place(other);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().get("code")).isEqualTo("order-request-differs");
  }

  @Test
  void givesTheTicketOfAnOrdinaryOrder() {
    Map<String, Object> order = order("N3");
    order.put("fund_type", 0);
    order.put("prepay_id", "wx42");
    order.put("prepay_time", "2026-11-24 12:00:00");

    Answer answer = place(order);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().get("ticket")).asString().isNotBlank();
  }

  @Test
  void saysWhatIsWrongFieldByField() {
    Map<String, Object> wrong = order("N4");
    wrong.put("order_price", 5280);
    wrong.put("tel_number", "");
    Answer rules = place(wrong);
    assertThat(rules.status()).isEqualTo(422);
    assertThat(rules.body().get("findings"))
        .asString()
        .contains("order-amount", "52.80", "order-address")
        .doesNotContain("张三");

    Map<String, Object> malformed = order("N4");
    malformed.put("order_price", 42.80);
    malformed.put("recieve_name", "张三");
    Answer unreadable = place(malformed);
    assertThat(unreadable.status()).isEqualTo(400);
    assertThat(unreadable.body().get("findings"))
        .asString()
        .contains("order_price", "recieve_name", "receiver_name")
        .doesNotContain("张三");
  }

  @Test
  void answers202WhenWeChatIsSlowAndHasTheAnswerSoon() {
    hub.lever("fail?operation=shop/order/add&kind=slow&value=9000&afterwards=true");

    Answer late = place(order("N5"));

    assertThat(late.status()).isEqualTo(202);
    assertThat(late.body().get("ask")).isEqualTo("/api/v1/orders/N5");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(hub.get("/api/v1/orders/N5").body().get("payment_params")).isNotNull());
  }

  @Test
  void goesOnWithAnOrderWhoseAnswerWasLost() {
    int adds = hub.calls("shop/order/add");
    hub.lever("fail?operation=shop/order/add&kind=http&value=502&afterwards=true");

    assertThat(place(order("N6")).status()).isEqualTo(202);

    Answer again = place(order("N6"));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body().get("payment_params")).isNotNull();
    assertThat(hub.calls("shop/order/add")).isEqualTo(adds + 1);
  }

  @Test
  void tellsWhereAnOrderStandsClosesAndRepricesIt() {
    place(order("N7"));
    Map<String, Object> line =
        Map.of("out_product_id", "G1", "out_sku_id", "G1-1", "sale_price", 1990);
    Answer repriced =
        hub.post(
            "/api/v1/orders/N7/price",
            Map.of(
                "order_price", 4080,
                "freight", 500,
                "discounted_price", 400,
                "product_infos", List.of(line)));
    assertThat(repriced.body().get("order_price")).isEqualTo(4080);

    assertThat(hub.post("/api/v1/orders/N7/close", Map.of()).body().get("status")).isEqualTo(250);
    assertThat(hub.get("/api/v1/orders/N7").body().get("status_name")).isEqualTo("用户主动取消/商家取消");
    assertThat(hub.get("/api/v1/orders/N99").status()).isEqualTo(404);
  }

  @Test
  void passesListsAndTheCheckOfASceneOn() {
    place(order("N8"));

    Answer all = hub.get("/api/v1/orders?page_size=100");
    assertThat(all.status()).isEqualTo(200);
    assertThat((List<?>) all.body().get("orders"))
        .anySatisfy(
            each -> assertThat(((Map<?, ?>) each).get("order_id")).isInstanceOf(String.class));
    assertThat(hub.get("/api/v1/orders?promoter_id=nobody").body().get("total_num")).isEqualTo(0);
    assertThat(hub.get("/api/v1/orders?sharer_openid=nobody-at-all").body().get("total_num"))
        .isEqualTo(0);
    assertThat(hub.get("/api/v1/scenes/1177").body().get("is_matched")).isEqualTo(true);
    assertThat(hub.get("/api/v1/scenes/1001").body().get("is_matched")).isEqualTo(false);
  }
}
