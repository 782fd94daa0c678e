package com.wechaterp.hub.sandbox;

import static com.wechaterp.hub.sandbox.Recorded.assertLikeRecorded;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Uploads shipping info of payments outside the component, by the rules of REFERENCE §7. */
class SecOrdersIT {

  private static final String BUYER = "oBuyer";

  private static SandboxServer server;
  private static SandboxClient client;

  private Instant uploaded = Instant.now();

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
  void showsAPaymentBeforeItIsShipped() throws IOException {
    pay("T1", "");
    pay("T2", "");

    JsonNode list = client.ok("wxa/sec/order/get_order_list", Map.of("page_size", 1));

    assertLikeRecorded("wxa.sec.order.get_order_list", list);
    assertThat(list.path("has_more").asBoolean()).isTrue();
    assertThat(list.path("order_list").get(0).path("order_state").asInt()).isEqualTo(1);
    JsonNode rest =
        client.ok(
            "wxa/sec/order/get_order_list",
            Map.of("last_index", list.path("last_index").asString()));
    assertThat(rest.path("order_list").get(0).path("merchant_trade_no").asString()).isEqualTo("T2");
    assertThat(client.code("wxa/sec/order/get_order_list", Map.of("last_index", "no cursor")))
        .isEqualTo(10060011);
  }

  @Test
  void shipsInOneParcel() throws IOException {
    pay("T1", "");

    assertThat(upload("T1", unified("YTO", "YT1"))).isZero();

    JsonNode answer = get("T1");
    assertLikeRecorded("wxa.sec.order.get_order", answer);
    assertThat(answer.path("order").path("order_state").asInt()).isEqualTo(2);
    assertThat(client.event("trade_manage_order_settlement").path("shipped_time").asLong())
        .isPositive();
  }

  @Test
  void shipsInSeveralParcelsOneUploadAfterTheOther() {
    pay("T1", "");

    assertThat(upload("T1", split(false, parcel("YTO", "YT1")))).isZero();
    assertThat(order("T1").path("order_state").asInt()).isEqualTo(1);
    assertThat(order("T1").path("shipping").path("finish_shipping").asBoolean()).isFalse();

    assertThat(upload("T1", split(true, parcel("YTO", "YT2")))).isZero();
    assertThat(order("T1").path("order_state").asInt()).isEqualTo(2);
    assertThat(order("T1").path("shipping").path("shipping_list")).hasSize(2);
    assertThat(order("T1").path("shipping").path("finish_shipping_count").asInt()).isEqualTo(1);
  }

  @Test
  void takesOneCorrectionAndNoMore() {
    pay("T1", "");
    upload("T1", unified("YTO", "YT1"));

    assertThat(upload("T1", unified("YTO", "YT2"))).isZero();
    assertThat(order("T1").path("shipping").path("finish_shipping_count").asInt()).isEqualTo(2);
    assertThat(order("T1").path("shipping").path("shipping_list")).hasSize(1);
    assertThat(upload("T1", unified("YTO", "YT3"))).isEqualTo(10060003);
  }

  @Test
  void saysThatTheSameInfoAgainChangesNothing() {
    pay("T1", "");
    upload("T1", unified("YTO", "YT1"));

    assertThat(upload("T1", unified("YTO", "YT1"))).isEqualTo(10060023);
    uploaded = uploaded.minusSeconds(60);
    assertThat(upload("T1", unified("YTO", "YT2"))).isEqualTo(10060023);
    assertThat(order("T1").path("shipping").path("finish_shipping_count").asInt()).isEqualTo(1);
  }

  @Test
  void answersEachRuleWithItsOwnCode() {
    pay("T1", "");

    assertThat(upload("T1", Map.of("delivery_mode", 3))).isEqualTo(268485224);
    assertThat(upload("T1", Map.of("logistics_type", 9))).isEqualTo(10060005);
    assertThat(upload("T1", Map.of("upload_time", "2022-12-15 13:29:35"))).isEqualTo(268485216);
    assertThat(upload("T1", Map.of("shipping_list", "text"))).isEqualTo(47001);
    assertThat(upload("T1", Map.of("payer", Map.of("openid", "oOther")))).isEqualTo(10060031);
    assertThat(upload("T1", unified("", "YT1"))).isEqualTo(268485227);
    assertThat(upload("T1", unified("YTO", ""))).isEqualTo(268485226);
    assertThat(upload("T1", Map.of("shipping_list", List.of()))).isEqualTo(268485228);
    assertThat(
            upload(
                "T1", Map.of("shipping_list", List.of(parcel("YTO", "YT1"), parcel("YTO", "YT2")))))
        .isEqualTo(268485228);
    assertThat(upload("T1", Map.of("delivery_mode", 2))).isEqualTo(10060007);
    assertThat(
            upload("T1", Map.of("delivery_mode", 2, "is_all_delivered", true, "logistics_type", 4)))
        .isEqualTo(10060006);
    assertThat(
            upload(
                "T1", Map.of("shipping_list", List.of(parcel("YTO", "YT1", "", "x".repeat(121))))))
        .isEqualTo(10060009);
    assertThat(upload("T1", Map.of("shipping_list", List.of(parcel("YTO", "YT1", "", "")))))
        .isEqualTo(10060008);
    assertThat(upload("T1", unified("SF", "SF1"))).isEqualTo(10060014);
    assertThat(
            upload(
                "T1",
                Map.of("shipping_list", List.of(parcel("SF", "SF1", "+86-177****1234", "x")))))
        .isZero();
  }

  @Test
  void asksForThePartsOfAKey() {
    assertThat(key(Map.of("order_number_type", 2))).isEqualTo(268485195);
    assertThat(key(Map.of("order_number_type", 1))).isEqualTo(268485196);
    assertThat(key(Map.of("order_number_type", 1, "mchid", "1"))).isEqualTo(268485197);
    assertThat(key(Map.of("order_number_type", 3))).isEqualTo(268485194);
    assertThat(key(Map.of("order_number_type", 2, "transaction_id", "nobody"))).isEqualTo(10060001);
  }

  @Test
  void shipsNothingReceivedOrRefunded() {
    String received = pay("T1", "");
    upload("T1", unified("YTO", "YT1"));
    client.pull("trade/" + received + "/receive");
    client.pull("trade/" + pay("T2", "") + "/refund");

    assertThat(upload("T1", unified("YTO", "YT2"))).isEqualTo(10060002);
    assertThat(upload("T2", unified("YTO", "YT2"))).isEqualTo(10060004);
  }

  @Test
  void shipsThePartsOfACombinedPaymentTogetherOrNotAtAll() {
    pay("T1", "C1");
    pay("T2", "C1");
    pay("T3", "");

    assertThat(combined(part("T1"), part("T3"))).isEqualTo(10060001);
    assertThat(combined(part("T1"), part("T1"))).isEqualTo(10060013);
    assertThat(order("T1").path("order_state").asInt()).isEqualTo(1);

    assertThat(combined(part("T1"), part("T2"))).isZero();
    assertThat(order("T1").path("order_state").asInt()).isEqualTo(2);
    assertThat(order("T2").path("order_state").asInt()).isEqualTo(2);
    assertThat(combined(part("T1"), part("T2"))).isEqualTo(10060023);
  }

  @Test
  void remindsABuyerOnce() {
    String id = pay("T1", "");
    assertThat(remind(id, 0)).isEqualTo(10060028);
    upload("T1", unified("YTO", "YT1"));

    assertThat(remind(id, -86_400)).isEqualTo(10060029);
    assertThat(remind(id, 60)).isZero();
    assertThat(remind(id, 60)).isEqualTo(10060030);
  }

  @Test
  void remindsOnlyOfWhatACourierBrought() {
    String id = pay("T1", "");
    upload("T1", Map.of("logistics_type", 3));

    assertThat(remind(id, 60)).isEqualTo(10060032);
  }

  @Test
  void takesReportsOfPresalesWithinTheirTime() {
    String id = pay("T1", "");
    long now = Instant.now().getEpochSecond();

    assertThat(report(id, 3, 0)).isEqualTo(268546000);
    assertThat(report(id, 1, now + 86_400)).isEqualTo(268546001);
    assertThat(report("nobody", 2, 0)).isEqualTo(268546002);
    assertThat(report(id, 1, now + 30 * 86_400)).isZero();
    assertThat(report("T1", 2, 0)).isZero();
  }

  @Test
  void tellsWhetherTheServiceIsEnabled() throws IOException {
    assertLikeRecorded(
        "wxa.sec.order.is_trade_managed", client.call("wxa/sec/order/is_trade_managed", Map.of()));
    client.pull("trade/service?managed=false&confirmed=false");

    assertThat(
            client
                .ok("wxa/sec/order/is_trade_managed", Map.of())
                .path("is_trade_managed")
                .asBoolean())
        .isFalse();
    assertThat(
            client
                .ok("wxa/sec/order/is_trade_management_confirmation_completed", Map.of())
                .path("completed")
                .asBoolean())
        .isFalse();
  }

  @Test
  void takesAPathForItsMessages() {
    assertThat(client.code("wxa/sec/order/set_msg_jump_path", Map.of("path", "pages/order/detail")))
        .isZero();
  }

  @Test
  void remindsTheMerchantAndTellsOfTheMoney() {
    String id = pay("T1", "");
    pay("T2", "");
    assertThat(client.events()).containsOnlyOnce("trade_manage_remind_access_api");

    client.pull("trade/" + id + "/remind");
    assertThat(client.event("trade_manage_remind_shipping").path("merchant_trade_no").asString())
        .isEqualTo("T1");

    upload("T1", unified("YTO", "YT1"));
    client.pull("trade/" + id + "/receive");
    client.pull("trade/" + id + "/settle");

    JsonNode settled = client.event("trade_manage_order_settlement");
    assertThat(settled.path("confirm_receive_method").asInt()).isEqualTo(2);
    assertThat(settled.path("settlement_time").asLong()).isPositive();
    assertThat(order("T1").path("order_state").asInt()).isEqualTo(4);
  }

  private static String pay(String tradeNo, String combine) {
    return client
        .pull("trade?trade_no=" + tradeNo + "&combine=" + combine + "&openid=" + BUYER)
        .path("transaction_id")
        .asString();
  }

  private int upload(String tradeNo, Map<String, ?> changes) {
    Map<String, Object> request = new HashMap<>(unified("YTO", "YT0"));
    request.put("order_key", keyOf(tradeNo));
    request.put("payer", Map.of("openid", BUYER));
    uploaded = uploaded.plusMillis(10);
    request.put("upload_time", uploaded.toString());
    request.putAll(changes);
    return client.code("wxa/sec/order/upload_shipping_info", request);
  }

  private int key(Map<String, ?> key) {
    return upload("T1", Map.of("order_key", key));
  }

  private int combined(Map<String, ?>... parts) {
    uploaded = uploaded.plusMillis(10);
    return client.code(
        "wxa/sec/order/upload_combined_shipping_info",
        Map.of(
            "order_key", keyOf("C1"),
            "payer", Map.of("openid", BUYER),
            "sub_orders", List.of(parts),
            "upload_time", uploaded.toString()));
  }

  private static Map<String, Object> part(String tradeNo) {
    Map<String, Object> part = new HashMap<>(unified("YTO", "YT-" + tradeNo));
    part.put("order_key", keyOf(tradeNo));
    return part;
  }

  private static Map<String, Object> keyOf(String tradeNo) {
    return Map.of("order_number_type", 1, "mchid", "1900000109", "out_trade_no", tradeNo);
  }

  private static Map<String, Object> unified(String company, String number) {
    return Map.of(
        "logistics_type", 1,
        "delivery_mode", 1,
        "shipping_list", List.of(parcel(company, number)));
  }

  @SafeVarargs
  private static Map<String, Object> split(boolean all, Map<String, Object>... parcels) {
    return Map.of("delivery_mode", 2, "is_all_delivered", all, "shipping_list", List.of(parcels));
  }

  private static Map<String, Object> parcel(String company, String number) {
    return parcel(company, number, "", "集线器*1");
  }

  private static Map<String, Object> parcel(
      String company, String number, String phone, String goods) {
    Map<String, Object> parcel = new HashMap<>();
    parcel.put("express_company", company);
    parcel.put("tracking_no", number);
    parcel.put("item_desc", goods);
    if (!phone.isEmpty()) {
      parcel.put("contact", Map.of("consignor_contact", phone));
    }
    return parcel;
  }

  private static JsonNode get(String tradeNo) {
    return client.ok(
        "wxa/sec/order/get_order",
        Map.of("merchant_id", "1900000109", "merchant_trade_no", tradeNo));
  }

  private static JsonNode order(String tradeNo) {
    return get(tradeNo).path("order");
  }

  private static int remind(String id, long secondsFromNow) {
    return client.code(
        "wxa/sec/order/notify_confirm_receive",
        Map.of(
            "transaction_id",
            id,
            "received_time",
            Instant.now().getEpochSecond() + secondsFromNow));
  }

  private static int report(String id, int type, long until) {
    return client.code(
        "wxa/sec/order/opspecialorder",
        until == 0
            ? Map.of("order_id", id, "type", type)
            : Map.of("order_id", id, "type", type, "delay_to", until));
  }
}
