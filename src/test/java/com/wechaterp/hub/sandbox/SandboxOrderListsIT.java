package com.wechaterp.hub.sandbox;

import static com.wechaterp.hub.sandbox.Buys.order;
import static com.wechaterp.hub.sandbox.Recorded.assertLikeRecorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lists orders, and finds who brought them. */
class SandboxOrderListsIT {

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
  void findsWhoBroughtAnOrder() throws IOException {
    String trace =
        client.pull("traces?promoter=PROMOTER_ID&sharer=SHARER").path("trace_id").asString();
    Map<String, Object> order = order("brought");
    order.put("trace_id", trace);
    client.call("shop/order/add", order);
    await().until(() -> !client.events().isEmpty());

    assertThat(client.event("open_product_order_analyze").propertyNames())
        .containsExactly("order_id", "out_order_id", "openid");
    client.pull("orders/brought/pay");
    assertLikeRecorded(
        "shop.order.get_list_by_finder",
        client.call(
            "shop/order/get_list_by_finder",
            Map.of("promoter_id", "PROMOTER_ID", "page", 1, "page_size", 10)));
    assertLikeRecorded(
        "shop.order.get_list_by_sharer",
        client.call(
            "shop/order/get_list_by_sharer",
            Map.of("sharer_openid", "SHARER", "page", 1, "page_size", 10)));
    assertThat(
            client
                .call(
                    "shop/order/get_list_by_finder",
                    Map.of("promoter_id", "SOMEBODY", "page", 1, "page_size", 10))
                .path("orders"))
        .isEmpty();
  }

  @Test
  void listsOrdersPageByPageInEitherOrder() throws IOException {
    for (String id : List.of("list-1", "list-2", "list-3")) {
      client.call("shop/order/add", order(id));
    }

    JsonNode newest = list(Map.of("page", 1, "page_size", 2, "sort_order", 1));
    JsonNode oldest = list(Map.of("page", 2, "page_size", 2, "sort_order", 2));

    assertLikeRecorded("shop.order.get_list", newest);
    assertThat(newest.path("total_num").asInt()).isEqualTo(3);
    assertThat(ids(newest)).containsExactly("list-3", "list-2");
    assertThat(ids(oldest)).containsExactly("list-3");
    String tomorrow = SandboxClock.wire(Instant.now().plus(Duration.ofDays(1)));
    assertThat(
            list(Map.of("page", 1, "page_size", 2, "sort_order", 1, "start_create_time", tomorrow))
                .path("total_num")
                .asInt())
        .isZero();
  }

  @Test
  void knowsWhichScenesAreVerified() throws IOException {
    JsonNode live = client.call("shop/scene/check", Map.of("scene", 1177));

    assertLikeRecorded("shop.scene.check", live);
    assertThat(live.path("is_matched").asInt()).isEqualTo(1);
    assertThat(client.call("shop/scene/check", Map.of("scene", 1001)).path("is_matched").asInt())
        .isZero();
  }

  private static JsonNode list(Map<String, Object> request) {
    return client.ok("shop/order/get_list", request);
  }

  private static List<String> ids(JsonNode list) {
    return list.path("orders").valueStream().map(o -> o.path("out_order_id").asString()).toList();
  }
}
