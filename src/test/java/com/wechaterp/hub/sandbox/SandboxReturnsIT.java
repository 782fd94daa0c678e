package com.wechaterp.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lets goods come back: which may, where to, and a parcel that its sender takes back. */
class SandboxReturnsIT {

  private static SandboxServer server;
  private static SandboxClient client;
  private static AfterSaleShop shop;

  @BeforeAll
  static void starts() {
    server = SandboxServer.start(Map.of("hub.sandbox.aftersales.refund-delay", "0s"));
    client = new SandboxClient(server);
    shop = new AfterSaleShop(client);
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
  void forcesNoMoreThanTenADay() {
    for (int i = 0; i < 10; i++) {
      shop.shipped("day" + i).asked("day" + i, 1);
      assertThat(force("day" + i, "aftersale_merchant_handle_refund_overdue")).isZero();
    }
    shop.shipped("day10").asked("day10", 1);

    assertThat(force("day10", "aftersale_merchant_handle_refund_overdue")).isEqualTo(45009);
  }

  @Test
  void takesBackOnlyWhatWasShipped() {
    client.ok("shop/order/add", Buys.order("unshipped"));
    client.pull("orders/unshipped/pay");

    assertThat(client.code("shop/ecaftersale/add", Asks.ask("unshipped", "unshipped", 2)))
        .isEqualTo(2747024);
  }

  @Test
  void takesNoChangeAfterGoodsThatCameBackWereRefused() {
    shop.shipped("refused").asked("refused", 2).back("refused");
    client.ok("shop/ecaftersale/reject", Asks.of("refused"));

    assertThat(client.code("shop/ecaftersale/update", Asks.ask("refused", "refused", 2)))
        .isEqualTo(2747008);
  }

  @Test
  void goesBackToWaitingWhenTheBuyerTakesTheParcelBack() {
    shop.shipped("waybill").asked("waybill", 2).back("waybill");

    client.pull("aftersales/waybill/cancel-waybill");

    assertThat(shop.status("waybill")).isEqualTo(6);
    JsonNode shown =
        client.ok("shop/ecaftersale/get", Asks.of("waybill")).path("after_sales_order");
    assertThat(shown.path("return_info").path("waybill_id").asString()).isEmpty();
    assertThat(client.events()).contains("aftersale_user_cancel_waybill");
  }

  @Test
  void takesAnotherReturnAddressUntilSomebodyAgreedToTheReturn() {
    shop.shipped("moved").asked("moved", 2);
    Map<String, Object> change = Asks.of("moved");
    change.remove("openid");
    change.put(
        "return_address_info",
        Map.of(
            "receiver_name", "仓库二",
            "tel_number", "18700000000",
            "province", "广东省",
            "city", "广州市",
            "town", "海珠区",
            "detailed_address", "新仓库"));
    Map<String, Object> request = Map.of("after_sales_order", change);

    client.ok("shop/ecaftersale/merchantupdate", request);
    client.ok("shop/ecaftersale/acceptreturn", Asks.of("moved"));

    assertThat(
            client
                .ok("shop/ecaftersale/get", Asks.of("moved"))
                .path("after_sales_order")
                .path("return_address_info")
                .path("detailed_address")
                .asString())
        .isEqualTo("新仓库");
    assertThat(client.code("shop/ecaftersale/merchantupdate", request)).isEqualTo(2747008);
  }

  private static int force(String id, String operation) {
    return client.code("shop/ecaftersale/merchanttest", Asks.of(id, "operation", operation));
  }
}
