package com.wechaterp.hub.sandbox;

import static com.wechaterp.hub.sandbox.Recorded.assertLikeRecorded;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Adds coupons, gives them to buyers, and lists both. */
class CouponsIT {

  private static SandboxServer server;
  private static SandboxClient client;

  @BeforeAll
  static void starts() {
    server = SandboxServer.start();
    client = new SandboxClient(server);
  }

  @AfterAll
  static void stops() {
    server.close();
  }

  @BeforeEach
  void forgets() {
    client.pull("reset");
  }

  @Test
  void addsACouponThatIsNotInEffectYet() throws IOException {
    client.ok("shop/coupon/add", coupon("C1", 101, discount()));

    JsonNode answer = client.call("shop/coupon/get", Map.of("out_coupon_id", "C1"));

    assertLikeRecorded("shop.coupon.get", answer);
    assertThat(answer.path("result").path("coupon").path("status").asInt()).isEqualTo(1);
  }

  @Test
  void addsACouponOnce() {
    client.ok("shop/coupon/add", coupon("C1", 101, discount()));

    assertThat(client.code("shop/coupon/add", coupon("C1", 101, discount()))).isNotZero();
  }

  @Test
  void asksForWhatACouponsTypeNeeds() {
    assertMissing("discount_fee", coupon("C1", 104, Map.of()));
    assertMissing("product_price", coupon("C1", 102, Map.of("discount_fee", 1)));
    assertMissing("discount_num", coupon("C1", 103, Map.of("discount_num", 999)));
    assertMissing("tradein_info", coupon("C1", 5, Map.of()));
    assertMissing("buyget_info", coupon("C1", 6, Map.of()));
  }

  @Test
  void asksForTheGoodsOfACouponForGoods() {
    assertThat(client.code("shop/coupon/add", coupon("C1", 4, Map.of("discount_fee", 1))))
        .isEqualTo(1090011);
  }

  @Test
  void keepsStockOnlyOfCouponsInEffect() {
    client.ok("shop/coupon/add", coupon("C1", 101, discount()));

    assertThat(
            client.code(
                "shop/coupon/update_coupon_stock",
                Map.of(
                    "coupon_stock",
                    Map.of(
                        "out_coupon_id",
                        "C1",
                        "stock_info",
                        Map.of("issued_num", 5, "receive_num", 0)))))
        .isEqualTo(1090005);
  }

  private static void assertMissing(String field, Map<String, Object> coupon) {
    JsonNode answer = client.call("shop/coupon/add", coupon);
    assertThat(answer.path("errcode").asInt()).isEqualTo(40097);
    assertThat(answer.path("errmsg").asString()).contains(field);
  }

  @Test
  void listsCouponsWithTheirStock() throws IOException {
    client.ok("shop/coupon/add", coupon("C1", 101, discount()));
    client.ok("shop/coupon/add", coupon("C2", 101, discount()));
    client.ok("shop/coupon/update_status", Map.of("out_coupon_id", "C1", "status", 2));
    client.ok(
        "shop/coupon/update_coupon_stock",
        Map.of(
            "coupon_stock",
            Map.of(
                "out_coupon_id", "C1", "stock_info", Map.of("issued_num", 60, "receive_num", 40))));

    JsonNode list = client.ok("shop/coupon/get_list", Map.of("page_size", 1, "offset", 0));

    assertLikeRecorded("shop.coupon.get_list", list);
    assertThat(list.path("total_num").asInt()).isEqualTo(2);
    assertThat(
            list.path("result_list")
                .get(0)
                .path("coupon_stock")
                .path("stock_info")
                .path("issued_num")
                .asInt())
        .isEqualTo(60);
    JsonNode rest = client.ok("shop/coupon/get_list", Map.of("page_size", 9, "offset", 1));
    assertThat(rest.path("result_list").get(0).has("coupon_stock")).isFalse();
  }

  @Test
  void changesACoupon() {
    client.ok("shop/coupon/add", coupon("C1", 101, discount()));

    client.ok("shop/coupon/update", coupon("C1", 104, Map.of("discount_fee", 300)));

    assertThat(
            client
                .ok("shop/coupon/get", Map.of("out_coupon_id", "C1"))
                .path("result")
                .path("coupon")
                .path("type")
                .asInt())
        .isEqualTo(104);
    assertThat(client.code("shop/coupon/update", coupon("C9", 101, discount()))).isNotZero();
  }

  @Test
  void forgetsADeletedCouponAndRevivesNoVoidOne() {
    client.ok("shop/coupon/add", coupon("C1", 101, discount()));
    client.ok("shop/coupon/update_status", Map.of("out_coupon_id", "C1", "status", 4));
    assertThat(client.code("shop/coupon/update_status", Map.of("out_coupon_id", "C1", "status", 2)))
        .isNotZero();

    client.ok("shop/coupon/update_status", Map.of("out_coupon_id", "C1", "status", 5));

    assertThat(client.code("shop/coupon/get", Map.of("out_coupon_id", "C1"))).isNotZero();
  }

  @Test
  void givesABuyerACouponInEffectAndOnlyOnce() throws IOException {
    client.ok("shop/coupon/add", coupon("C1", 101, discount()));
    assertThat(client.code("shop/coupon/add_user_coupon", give("U1"))).isNotZero();
    client.ok("shop/coupon/update_status", Map.of("out_coupon_id", "C1", "status", 2));

    client.ok("shop/coupon/add_user_coupon", give("U1"));
    client.ok("shop/coupon/add_user_coupon", give("U1"));

    JsonNode held = wallet();
    assertLikeRecorded("shop.coupon.get_usercoupon_list", held);
    assertThat(held.path("total_num").asInt()).isEqualTo(1);
    assertThat(held.path("result_list").get(0).path("status").asInt()).isEqualTo(100);
  }

  @Test
  void refusesABuyersCouponInAStateThatOnlyCouponsHave() {
    client.ok("shop/coupon/add", coupon("C1", 101, discount()));
    client.ok("shop/coupon/update_status", Map.of("out_coupon_id", "C1", "status", 2));
    Map<String, Object> one =
        Map.of("out_user_coupon_id", "U1", "out_coupon_id", "C1", "status", 1);

    assertThat(
            client.code(
                "shop/coupon/add_user_coupon",
                Map.of("openid", "oBuyer", "user_coupon", one, "recv_time", 1628147893)))
        .isEqualTo(9401020);
  }

  @Test
  void redeemsACoupon() {
    client.ok("shop/coupon/add", coupon("C1", 101, discount()));
    client.ok("shop/coupon/update_status", Map.of("out_coupon_id", "C1", "status", 2));
    client.ok("shop/coupon/add_user_coupon", give("U1"));

    client.ok(
        "shop/coupon/update_usercoupon_status",
        Map.of(
            "openid", "oBuyer", "out_coupon_id", "C1", "out_user_coupon_id", "U1", "status", 102));
    client.ok(
        "shop/coupon/update_user_coupon",
        Map.of(
            "openid",
            "oBuyer",
            "user_coupon",
            Map.of(
                "out_user_coupon_id", "U1",
                "out_coupon_id", "C1",
                "ext_info", Map.of("use_time", 1628139497)),
            "recv_time",
            1628147893));

    JsonNode one = wallet().path("result_list").get(0);
    assertThat(one.path("status").asInt()).isEqualTo(102);
    assertThat(one.path("ext_info").path("use_time").asLong()).isEqualTo(1628139497);
  }

  @Test
  void pushesTheClaimOfABuyer() {
    client.ok("shop/coupon/add", coupon("C1", 101, discount()));

    client.pull("coupons/C1/claim?openid=oBuyer&request_id=Q1");

    JsonNode event = client.event("open_product_receive_coupon");
    assertThat(event.path("out_coupon_id").asString()).isEqualTo("C1");
    assertThat(event.path("request_id").asString()).isEqualTo("Q1");
  }

  private static JsonNode wallet() {
    return client.ok(
        "shop/coupon/get_usercoupon_list", Map.of("page_size", 2, "offset", 0, "openid", "oBuyer"));
  }

  private static Map<String, Object> give(String id) {
    return Map.of(
        "openid",
        "oBuyer",
        "user_coupon",
        Map.of("out_user_coupon_id", id, "out_coupon_id", "C1", "status", 100),
        "recv_time",
        System.currentTimeMillis() / 1000);
  }

  private static Map<String, Object> discount() {
    return Map.of(
        "discount_condition",
        Map.of(
            "product_cnt", 2,
            "product_price", 5000,
            "out_product_ids", List.of("P1", "P2"),
            "tradein_info", Map.of("out_product_id", "P3", "price", 10000),
            "buyget_info",
                Map.of(
                    "buy_out_product_id",
                    "P1",
                    "buy_product_cnt",
                    3,
                    "get_out_product_id",
                    "P2",
                    "get_product_cnt",
                    1)),
        "discount_num",
        9800,
        "discount_fee",
        6400);
  }

  private static Map<String, Object> coupon(String id, int type, Map<String, ?> discount) {
    long now = System.currentTimeMillis() / 1000;
    Map<String, Object> info =
        Map.of(
            "name", "示例优惠券",
            "promote_info", Map.of("promote_type", 4, "finder", Map.of("nickname", "视频号昵称")),
            "discount_info", discount,
            "receive_info",
                Map.of(
                    "start_time",
                    now,
                    "end_time",
                    now + 3000,
                    "limit_num_one_person",
                    10,
                    "total_num",
                    100),
            "valid_info",
                Map.of(
                    "valid_type", 1,
                    "valid_day_num", 10,
                    "valid_second", 3600,
                    "start_time", now,
                    "end_time", now + 9000));
    return Map.of(
        "coupon",
        Map.of("out_coupon_id", id, "type", type, "promote_type", 4, "coupon_info", info));
  }
}
