package com.wechaterp.hub.sandbox;

import static com.wechaterp.hub.sandbox.Buys.order;
import static com.wechaterp.hub.sandbox.Buys.ticketOrder;
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

/** Follows orders of both generations from their creation to their payment or end. */
class SandboxOrdersIT {

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
  void bringsAnOrderOfTheSceneMerchantToItsPayment() throws IOException {
    JsonNode added = client.ok("shop/order/add", order("paid"));
    assertThat(added.path("data").propertyNames()).containsExactly("order_id", "out_order_id");
    assertThat(status("paid")).isEqualTo(10);
    assertLikeRecorded(
        "shop.order.getpaymentparams", client.call("shop/order/getpaymentparams", Buys.of("paid")));

    client.pull("orders/paid/pay");

    JsonNode order = get("paid");
    assertThat(order.path("status").asInt()).isEqualTo(20);
    assertThat(order.path("order_detail").path("pay_info").path("transaction_id").asString())
        .startsWith("42000");
    JsonNode event = client.event("open_product_order_pay");
    assertThat(event.path("order_id").asLong()).isEqualTo(order.path("order_id").asLong());
    assertThat(event.path("amount").isIntegralNumber()).isTrue();
    assertThat(event.path("amount").asInt()).isEqualTo(1600);
    assertThat(event.propertyNames())
        .contains("out_order_id", "transaction_id", "pay_time", "payer_amount", "sp_openid");
  }

  @Test
  void givesFreshPaymentParametersAtEachCall() {
    client.call("shop/order/add", order("fresh"));

    assertThat(prepay("fresh")).isNotEqualTo(prepay("fresh"));
  }

  @Test
  void givesATicketToAnOrdinaryOrderAndLetsTheMerchantSayThatItIsPaid() throws IOException {
    assertLikeRecorded("shop.order.add", client.call("shop/order/add", ticketOrder("ticket")));
    JsonNode cashier = client.pull("orders/ticket/pay");
    assertThat(cashier.path("status").asInt()).isEqualTo(11);

    client.ok("shop/order/pay", paidRequest("ticket"));

    assertThat(status("ticket")).isEqualTo(20);
    assertThat(client.events()).isEmpty();
  }

  @Test
  void cancelsAnOrdinaryOrderThatTheMerchantReportsUnpaid() {
    client.call("shop/order/add", ticketOrder("unpaid"));

    client.ok("shop/order/pay", Buys.of("unpaid", "action_type", 3));

    assertThat(status("unpaid")).isEqualTo(250);
  }

  @Test
  void keepsTheFirstOfTwoOrdersOfOneId() {
    JsonNode first = client.ok("shop/order/add", order("twice"));
    Map<String, Object> other = order("twice");
    other.put("path", "elsewhere");

    JsonNode second = client.ok("shop/order/add", other);

    assertThat(second).isEqualTo(first);
    assertThat(get("twice").path("path").asString()).isEqualTo("pages/order?id=twice");
  }

  @Test
  void overwritesAnUnpaidOrderOfTheOldestGeneration() {
    Map<String, Object> order = ticketOrder("old");
    order.remove("fund_type");
    order.remove("expire_time");
    Orders.lines(order).forEach(line -> line.put("real_price", line.remove("sku_real_price")));
    JsonNode first = client.ok("shop/order/add", order).path("data");
    order.put("path", "elsewhere");

    JsonNode second = client.ok("shop/order/add", order).path("data");

    assertThat(second.path("order_id")).isEqualTo(first.path("order_id"));
    assertThat(second.path("ticket")).isNotEqualTo(first.path("ticket"));
    assertThat(get("old").path("path").asString()).isEqualTo("elsewhere");
  }

  @Test
  void answersTheIdAsTextWhenAskedTo() {
    Map<String, Object> order = order("text");
    order.put("stringify_64bits_number", true);

    assertThat(client.call("shop/order/add", order).path("data").path("order_id").isString())
        .isTrue();
  }

  @Test
  void findsAnOrderByWeChatsOwnId() {
    JsonNode added = client.call("shop/order/add", order("by-id")).path("data");

    JsonNode found =
        client.call(
            "shop/order/get",
            Map.of("order_id", added.path("order_id").asLong(), "openid", Buys.BUYER));

    assertThat(found.path("order").path("out_order_id").asString()).isEqualTo("by-id");
  }

  @Test
  void endsAnOrderThatIsNotPaidInTime() {
    client.call("shop/order/add", order("late"));

    client.pull("jump?seconds=1800");

    await().until(() -> status("late") == 181);
    assertThat(client.event("open_product_order_cancel").path("out_order_id").asString())
        .isEqualTo("late");
  }

  @Test
  void takesOrdersOfACallerWhoseClockDidNotJump() {
    client.pull("jump?seconds=86400");

    client.ok("shop/order/add", order("behind"));

    assertThat(status("behind")).isEqualTo(10);
  }

  @Test
  void closesAnUnpaidOrderWithoutAnEvent() {
    client.call("shop/order/add", order("closed"));

    client.ok("shop/order/close", Buys.of("closed"));

    assertThat(status("closed")).isEqualTo(250);
    assertThat(client.events()).isEmpty();
  }

  @Test
  void tellsOfAnOrderThatTheBuyerCancelled() {
    client.call("shop/order/add", order("cancelled"));

    client.pull("orders/cancelled/cancel");

    assertThat(status("cancelled")).isEqualTo(250);
    assertThat(client.event("open_product_order_cancel").propertyNames())
        .containsExactly("order_id", "out_order_id");
  }

  @Test
  void keepsAnOrderInTheCashierUntilItsPaymentIsKnown() {
    client.call("shop/order/add", order("lag"));

    client.pull("orders/lag/pay?lag=60");
    assertThat(status("lag")).isEqualTo(11);
    client.pull("jump?seconds=60");

    await().until(() -> status("lag") == 20);
  }

  @Test
  void changesThePriceOnce() {
    client.call("shop/order/add", order("cheaper"));
    Map<String, Object> change =
        Buys.of(
            "cheaper",
            "product_infos",
            List.of(Buys.line("soap", 2, 300, 500)),
            "price_info",
            Map.of("order_price", 1400, "discounted_price", 100, "freight", 500));

    client.ok("shop/order/change_price", change);

    JsonNode detail = get("cheaper").path("order_detail");
    assertThat(detail.path("price_info").path("order_price").asInt()).isEqualTo(1400);
    assertThat(detail.path("product_infos").get(0).path("sale_price").asInt()).isEqualTo(300);
    assertThat(client.call("shop/order/change_price", change).path("errcode").asInt())
        .isEqualTo(990022);
  }

  @Test
  void buysAProductOnSale() {
    client.call("shop/spu/add", Spus.spu("bought"));
    Awaits.status(client, "bought", 5);

    JsonNode order =
        client.pull("orders?product=bought&count=2&freight=800&out_order_id=B1&pay=true");

    assertThat(order.path("status").asInt()).isEqualTo(20);
    JsonNode shown = client.look("orders").path("orders").get(0);
    assertThat(shown.path("out_order_id").asString()).isEqualTo("B1");
    assertThat(shown.path("order_price").asInt()).isEqualTo(2 * 29900 + 800);
  }

  @Test
  void saysWhichOrderItDoesNotHave() {
    assertThat(client.pull("orders/nobody/pay").path("error").asString()).contains("nobody");
  }

  private static Map<String, Object> paidRequest(String id) {
    return Buys.of(
        id,
        "action_type",
        1,
        "action_remark",
        "",
        "transaction_id",
        "131456479687",
        "pay_time",
        "2020-03-25 14:04:25");
  }

  private static String prepay(String id) {
    return client
        .call("shop/order/getpaymentparams", Buys.of(id))
        .path("payment_params")
        .path("package")
        .asString();
  }

  private static JsonNode get(String id) {
    return client.ok("shop/order/get", Buys.of(id)).path("order");
  }

  private static int status(String id) {
    return get(id).path("status").asInt();
  }
}
