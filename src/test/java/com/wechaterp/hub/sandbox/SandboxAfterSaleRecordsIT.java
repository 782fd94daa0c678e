package com.wechaterp.hub.sandbox;

import static com.wechaterp.hub.sandbox.Recorded.assertLikeRecorded;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Records after-sales as merchants of the ticket generation do (WeChat docs, after-sales, older
 * contract [售后]).
 */
class SandboxAfterSaleRecordsIT {

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

  @Test
  void keepsWhatTheMerchantSaysAndEndsTheOrder() throws IOException {
    paid("record");
    client.ok("shop/aftersale/add", record("record"));
    JsonNode kept = client.ok("shop/aftersale/get", Buys.of("record"));
    assertLikeRecorded("shop.aftersale.get", kept);

    Map<String, Object> update = Buys.of("record", "status", 13, "finish_all_aftersale", 1);
    update.put("out_aftersale_id", "A1");
    client.ok("shop/aftersale/update", update);

    assertThat(
            client
                .ok("shop/aftersale/get", Buys.of("record"))
                .path("aftersale_infos")
                .get(0)
                .path("status")
                .asInt())
        .isEqualTo(13);
    assertThat(client.ok("shop/order/get", Buys.of("record")).path("order").path("status").asInt())
        .isEqualTo(200);
    assertThat(client.code("shop/aftersale/add", record("record"))).isEqualTo(100000);
  }

  @Test
  void answersWellAndKeepsNothingForTheSceneMerchant() {
    client.ok("shop/order/add", Buys.order("scene"));
    client.pull("orders/scene/pay");

    client.ok("shop/aftersale/add", record("scene"));

    assertThat(client.ok("shop/aftersale/get", Buys.of("scene")).path("aftersale_infos")).isEmpty();
  }

  @Test
  void refusesGoodsThatWereNotOrdered() {
    paid("goods");
    Map<String, Object> request = record("goods");
    request.put("product_infos", List.of(Parts.goods("shoe", 1)));

    assertThat(client.code("shop/aftersale/add", request)).isEqualTo(1020004);
  }

  private static void paid(String id) {
    client.ok("shop/order/add", Buys.ticketOrder(id));
    client.ok(
        "shop/order/pay",
        Buys.of(
            id,
            "action_type",
            1,
            "transaction_id",
            "131456479687",
            "pay_time",
            "2020-03-25 14:04:25"));
  }

  static Map<String, Object> record(String orderId) {
    Map<String, Object> request =
        Buys.of(
            orderId,
            "out_aftersale_id",
            "A1",
            "type",
            1,
            "status",
            2,
            "create_time",
            "2020-12-01 00:00:00",
            "finish_all_aftersale",
            0,
            "path",
            "pages/aftersale",
            "refund",
            100);
    request.put("product_infos", List.of(Parts.goods("soap", 1)));
    return request;
  }
}
