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

/** Follows after-sales that WeChat drives, from the buyer's wish to its end. */
class SandboxAfterSalesIT {

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
  void refundsWhatTheMerchantAccepts() throws IOException {
    shop.shipped("refund");
    assertLikeRecorded(
        "shop.ecaftersale.add", client.ok("shop/ecaftersale/add", Asks.ask("refund", "refund", 1)));
    assertThat(shop.status("refund")).isEqualTo(2);
    assertLikeRecorded(
        "shop.ecaftersale.get", client.ok("shop/ecaftersale/get", Asks.of("refund")));

    shop.accept("refund");

    shop.awaitStatus("refund", 13);
    assertThat(shop.get("refund").path("refund_pay_detail").path("refund_id").asString())
        .startsWith("50000");
    assertThat(client.event("aftersale_refund_success").propertyNames())
        .containsExactly("aftersale_id", "out_aftersale_id");
    assertThat(client.events()).doesNotContain("aftersale_new_order");
    assertThat(shop.orderStatus("refund")).isEqualTo(30);
  }

  @Test
  void endsAnOrderWhoseGoodsWereAllRefunded() {
    shop.shipped("all").asked("all", 1).accept("all");
    Map<String, Object> towel = Asks.ask("all", "towel", 1);
    towel.put("product_info", Parts.goods("towel", 1));
    towel.put("orderamt", 300);
    client.ok("shop/ecaftersale/add", towel);
    shop.accept("towel");

    shop.awaitOrder("all", 200);
    assertThat(client.event("open_product_order_refund").path("out_order_id").asString())
        .isEqualTo("all");
  }

  @Test
  void refundsGoodsThatCameBack() {
    shop.shipped("return").asked("return", 2);
    assertThat(shop.status("return")).isEqualTo(23);
    client.ok("shop/ecaftersale/acceptreturn", Asks.of("return"));
    assertThat(shop.status("return")).isEqualTo(6);
    assertThat(shop.get("return").path("return_address_info").path("receiver_name").asString())
        .isEqualTo("张三");
    client.ok("shop/ecaftersale/uploadreturninfo", Asks.sendBack("return", "SF1"));

    assertThat(shop.status("return")).isEqualTo(8);
    JsonNode parcel = shop.get("return").path("return_info");
    assertThat(parcel.path("waybill_id").asString()).isEqualTo("SF1");
    assertThat(parcel.path("delivery_name").asString()).isEqualTo("顺丰速运");
    assertThat(parcel.path("order_return_time").asLong()).isPositive();
    assertThat(client.events()).contains("aftersale_wait_merchant_confirm_receipt");
    shop.accept("return");
    shop.awaitStatus("return", 13);
  }

  @Test
  void tellsOfACorrectedWaybill() {
    shop.shipped("waybill").asked("waybill", 2).back("waybill");

    client.ok("shop/ecaftersale/uploadreturninfo", Asks.sendBack("waybill", "SF2"));

    assertThat(shop.get("waybill").path("return_info").path("waybill_id").asString())
        .isEqualTo("SF2");
    assertThat(client.events()).contains("aftersale_user_modify_return_info");
    assertThat(shop.status("waybill")).isEqualTo(8);
  }

  @Test
  void takesUpARejectedWishThatTheBuyerChanges() {
    shop.shipped("reject").asked("reject", 1);
    client.ok("shop/ecaftersale/reject", Asks.of("reject"));
    assertThat(shop.status("reject")).isEqualTo(4);
    Map<String, Object> less = Asks.ask("reject", "reject", 1);
    less.put("orderamt", 500);

    client.ok("shop/ecaftersale/update", less);

    assertThat(shop.status("reject")).isEqualTo(2);
    assertThat(shop.get("reject").path("orderamt").asInt()).isEqualTo(500);
    assertThat(client.events()).contains("aftersale_update_order");
  }

  @Test
  void rejectsGoodsThatCameBackDamaged() {
    shop.shipped("damaged").asked("damaged", 2).back("damaged");

    client.ok("shop/ecaftersale/reject", Asks.of("damaged"));

    assertThat(shop.status("damaged")).isEqualTo(5);
  }

  @Test
  void givesUpWhatTheBuyerCancels() {
    shop.shipped("cancel").asked("cancel", 2);

    client.ok("shop/ecaftersale/cancel", Asks.of("cancel"));

    assertThat(shop.status("cancel")).isEqualTo(1);
    assertThat(client.events()).contains("aftersale_user_cancel");
    shop.accept(again("cancel"));
  }

  /** What was cancelled may be asked again. */
  private static String again(String id) {
    client.ok("shop/ecaftersale/add", Asks.ask(id, id + "-again", 1));
    return id + "-again";
  }

  @Test
  void leavesARefundThatFailedToTheMerchantUntilTheBuyerConfirms() {
    shop.shipped("failed").asked("failed", 1);
    client.pull("aftersales/failed/fail-refund");
    shop.accept("failed");
    shop.awaitStatus("failed", 25);
    assertThat(client.events()).contains("aftersale_wait_merchant_offline_refund");
    assertThat(client.pull("aftersales/failed/confirm").path("errcode").asInt()).isEqualTo(2747008);

    client.ok(
        "shop/ecaftersale/upload_certificates",
        Asks.of("failed", "refund_desc", "已协商退款", "certificates", List.of(Spus.PICTURE)));
    assertThat(shop.status("failed")).isEqualTo(25);
    client.pull("aftersales/failed/confirm");

    assertThat(shop.status("failed")).isEqualTo(13);
    assertThat(client.events()).contains("aftersale_user_confirm_refund_certificate");
  }

  @Test
  void opensAnAfterSaleOnWeChatsOwnPages() {
    shop.shipped("own");

    JsonNode opened = client.pull("orders/own/aftersales?type=1&reason=质量问题");

    assertThat(opened.path("out_aftersale_id").asString()).isEmpty();
    assertThat(opened.path("orderamt").asInt()).isEqualTo(700);
    JsonNode event = client.event("aftersale_new_order");
    assertThat(event.propertyNames()).containsExactly("aftersale_id", "order_id", "out_order_id");
    long id = event.path("aftersale_id").asLong();
    client.ok("shop/ecaftersale/acceptrefund", Map.of("aftersale_id", id));
    await()
        .until(
            () ->
                client
                        .ok("shop/ecaftersale/get", Map.of("aftersale_id", id))
                        .path("after_sales_order")
                        .path("status")
                        .asInt()
                    == 13);
  }

  @Test
  void letsTheBuyerChangeSendBackAndGiveUpOnWeChatsOwnPages() {
    shop.shipped("pages").asked("pages", 2);

    assertThat(client.pull("aftersales/pages/modify?amount=100").path("orderamt").asInt())
        .isEqualTo(100);
    client.ok("shop/ecaftersale/acceptreturn", Asks.of("pages"));
    assertThat(client.pull("aftersales/pages/return?waybill_id=SF9").path("status").asInt())
        .isEqualTo(8);
    assertThat(client.pull("aftersales/pages/cancel").path("errcode").asInt()).isEqualTo(2747008);
    assertThat(client.look("aftersales").get(0).path("status").asInt()).isEqualTo(8);
  }

  @Test
  void listsIdsPageByPage() throws IOException {
    for (String id : List.of("list-1", "list-2", "list-3")) {
      shop.shipped(id).asked(id, 1);
    }
    shop.accept("list-3");
    shop.awaitStatus("list-3", 13);

    JsonNode first = list("offset", 0, "limit", 2);
    assertLikeRecorded("shop.ecaftersale.get_list", first);
    assertThat(first.path("after_sales_orders")).hasSize(2);
    assertThat(first.path("after_sales_orders").get(0).isIntegralNumber()).isTrue();
    assertThat(first.path("has_more").asBoolean()).isTrue();
    assertThat(list("offset", 2, "limit", 2).path("has_more").asBoolean()).isFalse();
    assertThat(list("offset", 0, "limit", 2, "status", 13).path("after_sales_orders")).hasSize(1);
    assertThat(list("offset", 0, "limit", 2, "out_order_id", "list-2").path("after_sales_orders"))
        .hasSize(1);
    long now = System.currentTimeMillis();
    assertThat(
            list("offset", 0, "limit", 9, "begin_create_time", now + 60_000)
                .path("after_sales_orders"))
        .isEmpty();
    assertThat(
            list("offset", 0, "limit", 9, "begin_create_time", now / 1000 - 60)
                .path("after_sales_orders"))
        .hasSize(3);
  }

  @Test
  void showsItsAfterSalesAtTheOrder() {
    shop.shipped("related").asked("related", 1);

    JsonNode order = client.ok("shop/order/get", Buys.of("related")).path("order");

    assertThat(order.path("related_aftersale_info").path("aftersale_list").get(0))
        .isEqualTo(
            SandboxClient.tree(
                "{\"aftersale_id\":%d,\"out_aftersale_id\":\"related\"}"
                    .formatted(shop.get("related").path("aftersale_id").asLong())));
  }

  private static JsonNode list(Object... namesAndValues) {
    return client.ok("shop/ecaftersale/get_list", Fields.of(namesAndValues));
  }
}
