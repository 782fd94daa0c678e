package com.wechaterp.hub.sandbox;

import static com.wechaterp.hub.sandbox.Recorded.assertLikeRecorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Invites sharers and adds up what they sold. */
class SharersIT {

  private static SandboxServer server;
  private static SandboxClient client;

  @BeforeAll
  static void starts() {
    server = SandboxServer.start(Map.of("hub.sandbox.orders.analyze-delay", "0s"));
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
  void invitesASharerWhoThenAccepts() throws IOException {
    JsonNode answer = bind("S1");
    assertLikeRecorded("shop.sharer.bind", answer);
    assertThat(status("S1")).isEqualTo("1");
    assertThat(page("shop/sharer/get_sharer_list").path("total_num").asInt()).isZero();

    client.pull("sharers/S1?act=accept");

    assertThat(client.event("miniprogram_sharer_bind_status_change").path("bind_status").asInt())
        .isEqualTo(3);
    assertLikeRecorded(
        "shop.sharer.search_sharer",
        client.call("shop/sharer/search_sharer", Map.of("openid", "S1")));
    assertLikeRecorded("shop.sharer.get_sharer_list", page("shop/sharer/get_sharer_list"));
  }

  @Test
  void saysWhoIsBoundAlreadyAndWhoRefuses() {
    bind("S1");
    client.pull("sharers/S1?act=accept");
    client.pull("sharers/S2/refuse");

    JsonNode answer = bind("S1", "S2", "S3");

    assertThat(answer.path("fail_list").get(0).asString()).isEqualTo("S1");
    assertThat(answer.path("refuse_list").get(0).asString()).isEqualTo("S2");
    assertThat(answer.path("success_list").get(0).asString()).isEqualTo("S3");
    assertThat(answer.path("result_list")).hasSize(3);
  }

  @Test
  void letsASharerGo() throws IOException {
    bind("S1");
    client.pull("sharers/S1?act=accept");

    JsonNode answer = client.call("shop/sharer/unbind", Map.of("openids", List.of("S1", "S9")));

    assertLikeRecorded("shop.sharer.unbind", answer);
    assertThat(answer.path("success_list").get(0).asString()).isEqualTo("S1");
    assertThat(answer.path("fail_list").get(0).asString()).isEqualTo("S9");
    assertThat(status("S1")).isEqualTo("4");
  }

  @Test
  void tellsWhenASharerLeavesOrLapses() {
    bind("S1", "S2");
    client.pull("sharers/S1?act=accept");
    client.pull("sharers/S1?act=leave");
    assertThat(client.event("miniprogram_sharer_bind_status_change").path("bind_status").asInt())
        .isEqualTo(4);

    client.pull("sharers/S2?act=lapse");

    assertThat(client.event("miniprogram_sharer_bind_status_change").path("bind_status").asInt())
        .isEqualTo(2);
    assertThat(client.exchange("POST", "/_control/sharers/S2?act=leave", "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void tellsWhatASharerDoes() {
    bind("S1");

    client.pull("sharers/S1/action?type=1&promoter=P1");

    JsonNode event = client.event("miniprogram_sharer_action");
    assertThat(event.path("type").asInt()).isEqualTo(1);
    assertThat(event.path("promoter").path("promoter_id").asString()).isEqualTo("P1");
  }

  @Test
  void addsUpWhatASharerSold() throws IOException {
    bind("S1");
    buy("one");
    buy("two");

    JsonNode totals = client.call("shop/sharer/get_sharer_data_summary", Map.of("openid", "S1"));
    JsonNode lives = page("shop/sharer/get_sharer_live_summary_list", "openid", "S1");
    JsonNode live = lives.path("lives").get(0);
    JsonNode orders =
        client.call(
            "shop/sharer/get_sharer_live_order_list",
            Map.of(
                "openid",
                "S1",
                "live_export_id",
                live.path("live_export_id").asString(),
                "page",
                1,
                "page_size",
                1));

    assertLikeRecorded("shop.sharer.get_sharer_data_summary", totals);
    assertThat(totals.path("gmv").asInt()).isEqualTo(3200);
    assertThat(totals.path("order_cnt").asString()).isEqualTo("2");
    assertThat(totals.path("user_cnt").asInt()).isEqualTo(1);
    assertLikeRecorded("shop.sharer.get_sharer_live_summary_list", lives);
    assertThat(live.path("gmv").asInt()).isEqualTo(3200);
    assertLikeRecorded("shop.sharer.get_sharer_live_order_list", orders);
    assertThat(orders.path("total_num").asInt()).isEqualTo(2);
    assertThat(orders.path("orders")).hasSize(1);
  }

  @Test
  void doesNotKnowASharerNobodyInvited() {
    assertThat(client.code("shop/sharer/search_sharer", Map.of("openid", "S9"))).isEqualTo(40003);
    assertThat(client.code("shop/sharer/get_sharer_data_summary", Map.of("openid", "S9")))
        .isEqualTo(40003);
  }

  @Test
  void takesAShareMode() {
    assertThat(client.code("shop/sharer/set_share_mode", Map.of("share_mode", 1))).isZero();
  }

  @Test
  void listsPromotersInPagesOfTwentyAtMost() throws IOException {
    client.pull("promoters/P1?nickname=one");

    JsonNode answer = page("shop/promoter/list");

    assertLikeRecorded("shop.promoter.list", answer);
    assertThat(answer.path("total_num").asInt()).isEqualTo(2);
    assertThat(client.code("shop/promoter/list", Map.of("page", 1, "page_size", 21)))
        .isEqualTo(40097);
  }

  @Test
  void answersTheRuleOfACategoryAsRecorded() throws IOException {
    assertLikeRecorded(
        "shop.ec.category.getcategoryrule",
        client.call("shop/ec/category/getcategoryrule", Map.of("category_id", 7011)));
    assertThat(client.code("shop/ec/category/getcategoryrule", Map.of("category_id", 1)))
        .isEqualTo(1000009);
  }

  private static void buy(String id) {
    Map<String, Object> order = Buys.order(id);
    order.put("trace_id", client.pull("traces?promoter=P1&sharer=S1").path("trace_id").asString());
    client.ok("shop/order/add", order);
    client.pull("orders/" + id + "/pay");
    await().until(() -> sold(id));
  }

  private static boolean sold(String id) {
    return client
        .ok(
            "shop/order/get_list_by_sharer",
            Map.of("sharer_openid", "S1", "page", 1, "page_size", 10))
        .path("orders")
        .valueStream()
        .anyMatch(order -> order.path("out_order_id").asString().equals(id));
  }

  private static JsonNode bind(String... openids) {
    return client.call("shop/sharer/bind", Map.of("openids", List.of(openids)));
  }

  private static String status(String openid) {
    return client
        .ok("shop/sharer/search_sharer", Map.of("openid", openid))
        .path("bind_status")
        .asString();
  }

  private static JsonNode page(String operation) {
    return client.call(operation, Map.of("page", 1, "page_size", 10));
  }

  private static JsonNode page(String operation, String field, String value) {
    return client.call(operation, Map.of("page", 1, "page_size", 10, field, value));
  }
}
