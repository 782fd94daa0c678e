package com.wechaterp.hub.sandbox;

import static com.wechaterp.hub.sandbox.Recorded.assertLikeRecorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Ships paid orders, and follows them to their receipt and settlement. */
class SandboxDeliveryIT {

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
  void listsTheCouriersAsRecorded() throws IOException {
    JsonNode answer = client.ok("shop/delivery/get_company_list", Map.of());

    assertLikeRecorded("shop.delivery.get_company_list", answer);
    assertThat(answer.path("company_list").findValuesAsString("delivery_id"))
        .contains("SF", "YTO", "ZTO", "STO", "YD", "EMS", "JD", "JTSD", "DBL", "YZPY", "OTHERS")
        .doesNotHaveDuplicates();
  }

  @Test
  void shipsAnOrderInTwoParts() throws IOException {
    paid("parts");

    client.ok("shop/delivery/send", Parts.send("parts", 0, Parts.parcel("SF", "1", "soap", 2)));
    assertThat(status("parts")).isEqualTo(21);
    client.ok("shop/delivery/send", Parts.send("parts", 1, Parts.parcel("JD", "2", "towel", 1)));

    assertThat(status("parts")).isEqualTo(30);
    assertThat(get("parts").path("order_detail").path("delivery_detail"))
        .isEqualTo(
            SandboxClient.tree(
                """
                {"delivery_type":1,
                 "delivery_list":[{"waybill_id":"1","delivery_id":"SF"},
                                  {"waybill_id":"2","delivery_id":"JD"}],
                 "finish_all_delivery":1}"""));
  }

  @Test
  void finishesAPartShipmentWithoutAnotherParcel() {
    paid("finish");
    client.ok(
        "shop/delivery/send",
        Parts.send(
            "finish", 0, Parts.parcel("SF", "1", "soap", 2), Parts.parcel("SF", "2", "towel", 1)));

    client.ok("shop/delivery/send", Parts.send("finish", 1));

    assertThat(status("finish")).isEqualTo(30);
  }

  @Test
  void refusesAParcelThatWasSentBefore() {
    paid("again");
    Map<String, Object> send = Parts.send("again", 0, Parts.parcel("SF", "1", "soap", 2));
    client.ok("shop/delivery/send", send);

    assertThat(client.code("shop/delivery/send", send)).isEqualTo(9401020);
    assertThat(get("again").path("order_detail").path("delivery_detail").path("delivery_list"))
        .hasSize(1);
  }

  @Test
  void finishesNoOrderOfWhichGoodsAreInNoParcel() {
    paid("left");

    assertThat(
            client.code(
                "shop/delivery/send", Parts.send("left", 1, Parts.parcel("SF", "1", "soap", 2))))
        .isEqualTo(1010042);
    assertThat(status("left")).isEqualTo(20);
  }

  @Test
  void refusesATimeBeforeTheOrdersPayment() {
    paid("zone");
    Map<String, Object> send = Parts.whole("zone");
    send.remove("ship_done_time");

    assertThat(client.code("shop/delivery/send", send)).isEqualTo(9401020);
    send.put("ship_done_time", SandboxClock.wire(Instant.now().minus(Duration.ofHours(8))));
    assertThat(client.code("shop/delivery/send", send)).isEqualTo(9401020);
    client.ok("shop/delivery/send", Parts.whole("zone"));
  }

  @Test
  void takesOthersForACourierThatIsNotListed() {
    paid("others");

    assertThat(
            client.code(
                "shop/delivery/send",
                Parts.send("others", 0, Parts.parcel("MINE", "1", "soap", 1))))
        .isEqualTo(9401020);
    client.ok(
        "shop/delivery/send", Parts.send("others", 0, Parts.parcel("OTHERS", "1", "soap", 1)));
  }

  @Test
  void refusesGoodsThatWereNotOrdered() {
    paid("goods");

    assertThat(
            client.code(
                "shop/delivery/send", Parts.send("goods", 1, Parts.parcel("SF", "1", "soap", 3))))
        .isEqualTo(9401020);
    assertThat(
            client.code(
                "shop/delivery/send", Parts.send("goods", 1, Parts.parcel("SF", "1", "shoe", 1))))
        .isEqualTo(9401020);
    assertThat(status("goods")).isEqualTo(20);
  }

  @Test
  void asksACourierOrderForItsParcels() {
    paid("none");

    assertThat(client.code("shop/delivery/send", Parts.send("none", 1))).isEqualTo(9401020);
  }

  @Test
  void finishesAnOrderThatNeedsNoShipment() {
    paidBy("nothing", 2);

    client.ok("shop/delivery/send", Parts.send("nothing", 1));

    assertThat(status("nothing")).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void shipsByOwnMeansAndForPickUpWithoutParcels(int type) {
    paidBy("own", type);

    assertThat(
            client.code(
                "shop/delivery/send", Parts.send("own", 1, Parts.parcel("SF", "1", "soap", 1))))
        .isEqualTo(9401020);
    client.ok("shop/delivery/send", Parts.send("own", 1));
    assertThat(status("own")).isEqualTo(30);
  }

  @Test
  void shipsNothingThatIsUnpaidOrShippedAlready() {
    client.ok("shop/order/add", Buys.order("early"));

    assertThat(client.code("shop/delivery/send", Parts.whole("early"))).isEqualTo(1000000);
    client.pull("orders/early/pay");
    client.ok("shop/delivery/send", Parts.whole("early"));
    assertThat(client.code("shop/delivery/send", Parts.whole("early"))).isEqualTo(1000000);
  }

  @Test
  void finishesAnOrderWhoseReceiptTheMerchantConfirms() {
    shipped("received");

    client.ok("shop/delivery/recieve", Buys.of("received"));

    assertThat(status("received")).isEqualTo(100);
    assertThat(get("received").path("receive_time").isIntegralNumber()).isTrue();
    assertThat(client.event("open_product_order_confirm").propertyNames())
        .containsExactly("order_id", "out_order_id");
    assertThat(client.code("shop/delivery/recieve", Buys.of("received"))).isEqualTo(1000000);
  }

  @Test
  void confirmsTheReceiptByItselfAfterTenDays() {
    shipped("forgotten");

    client.pull("jump?seconds=" + Duration.ofDays(10).toSeconds());

    await().until(() -> status("forgotten") == 100);
    assertThat(client.event("open_product_order_confirm").path("out_order_id").asString())
        .isEqualTo("forgotten");
  }

  @Test
  void settlesAnOrderWhenItsAftersalesAreOver() {
    shipped("settled");
    client.pull("orders/settled/receive");
    assertThat(client.events()).doesNotContain("open_product_order_settle");

    client.pull("jump?seconds=" + Duration.ofDays(7).toSeconds());

    await().until(() -> client.events().contains("open_product_order_settle"));
    JsonNode event = client.event("open_product_order_settle");
    assertThat(event.propertyNames())
        .containsExactly("order_id", "out_order_id", "settle_no", "amount", "settle_time");
    assertThat(event.path("amount").asInt()).isEqualTo(1600);
    assertThat(status("settled")).isEqualTo(100);
  }

  private static void paid(String id) {
    client.ok("shop/order/add", Buys.order(id));
    client.pull("orders/" + id + "/pay");
  }

  private static void paidBy(String id, int deliveryType) {
    Map<String, Object> order = Buys.order(id);
    order.put("delivery_detail", Map.of("delivery_type", deliveryType));
    client.ok("shop/order/add", order);
    client.pull("orders/" + id + "/pay");
  }

  private static void shipped(String id) {
    paid(id);
    client.ok("shop/delivery/send", Parts.whole(id));
  }

  private static JsonNode get(String id) {
    return client.ok("shop/order/get", Buys.of(id)).path("order");
  }

  private static int status(String id) {
    return get(id).path("status").asInt();
  }
}
