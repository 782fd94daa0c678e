package com.wechaterp.hub.sandbox;

import static com.wechaterp.hub.sandbox.Payments.parcel;
import static com.wechaterp.hub.sandbox.Payments.part;
import static com.wechaterp.hub.sandbox.Payments.split;
import static com.wechaterp.hub.sandbox.Payments.unified;
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

/**
 * Uploads shipping info of payments outside the component, by the rules of WeChat docs, error codes
 * [错误码].
 */
class ShippingUploadsIT {

  private static SandboxServer server;
  private static SandboxClient client;
  private static Payments payments;

  @BeforeAll
  static void starts() {
    server = SandboxServer.start();
    client = new SandboxClient(server);
    payments = new Payments(client);
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
  void shipsInOneParcel() throws IOException {
    payments.pay("T1", "");

    assertThat(payments.upload("T1", unified("YTO", "YT1"))).isZero();

    JsonNode answer = payments.get("T1");
    assertLikeRecorded("wxa.sec.order.get_order", answer);
    assertThat(answer.path("order").path("order_state").asInt()).isEqualTo(2);
    assertThat(client.event("trade_manage_order_settlement").path("shipped_time").asLong())
        .isPositive();
  }

  @Test
  void shipsInSeveralParcelsOneUploadAfterTheOther() {
    payments.pay("T1", "");

    assertThat(payments.upload("T1", split(false, parcel("YTO", "YT1")))).isZero();
    assertThat(payments.order("T1").path("order_state").asInt()).isEqualTo(1);
    assertThat(payments.order("T1").path("shipping").path("finish_shipping").asBoolean()).isFalse();

    assertThat(payments.upload("T1", split(true, parcel("YTO", "YT2")))).isZero();
    assertThat(payments.order("T1").path("order_state").asInt()).isEqualTo(2);
    assertThat(payments.order("T1").path("shipping").path("shipping_list")).hasSize(2);
    assertThat(payments.order("T1").path("shipping").path("finish_shipping_count").asInt())
        .isEqualTo(1);
  }

  @Test
  void takesOneCorrectionAndNoMore() {
    payments.pay("T1", "");
    payments.upload("T1", unified("YTO", "YT1"));

    assertThat(payments.upload("T1", unified("YTO", "YT2"))).isZero();
    assertThat(payments.order("T1").path("shipping").path("finish_shipping_count").asInt())
        .isEqualTo(2);
    assertThat(payments.order("T1").path("shipping").path("shipping_list")).hasSize(1);
    assertThat(payments.upload("T1", unified("YTO", "YT3"))).isEqualTo(10060003);
  }

  @Test
  void saysThatTheSameInfoAgainChangesNothing() {
    payments.pay("T1", "");
    payments.upload("T1", unified("YTO", "YT1"));

    assertThat(payments.upload("T1", unified("YTO", "YT1"))).isEqualTo(10060023);
    payments.goBack();
    assertThat(payments.upload("T1", unified("YTO", "YT2"))).isEqualTo(10060023);
    assertThat(payments.order("T1").path("shipping").path("finish_shipping_count").asInt())
        .isEqualTo(1);
  }

  @Test
  void answersEachRuleWithItsOwnCode() {
    payments.pay("T1", "");

    assertThat(payments.upload("T1", Map.of("delivery_mode", 3))).isEqualTo(268485224);
    assertThat(payments.upload("T1", Map.of("logistics_type", 9))).isEqualTo(10060005);
    assertThat(payments.upload("T1", Map.of("upload_time", "2022-12-15 13:29:35")))
        .isEqualTo(268485216);
    assertThat(payments.upload("T1", Map.of("shipping_list", "text"))).isEqualTo(47001);
    assertThat(payments.upload("T1", Map.of("payer", Map.of("openid", "oOther"))))
        .isEqualTo(10060031);
    assertThat(payments.upload("T1", unified("", "YT1"))).isEqualTo(268485227);
    assertThat(payments.upload("T1", unified("YTO", ""))).isEqualTo(268485226);
    assertThat(payments.upload("T1", Map.of("shipping_list", List.of()))).isEqualTo(268485228);
    assertThat(
            payments.upload(
                "T1", Map.of("shipping_list", List.of(parcel("YTO", "YT1"), parcel("YTO", "YT2")))))
        .isEqualTo(268485228);
    assertThat(payments.upload("T1", Map.of("delivery_mode", 2))).isEqualTo(10060007);
    assertThat(
            payments.upload(
                "T1", Map.of("delivery_mode", 2, "is_all_delivered", true, "logistics_type", 4)))
        .isEqualTo(10060006);
    assertThat(
            payments.upload(
                "T1", Map.of("shipping_list", List.of(parcel("YTO", "YT1", "", "x".repeat(121))))))
        .isEqualTo(10060009);
    assertThat(
            payments.upload("T1", Map.of("shipping_list", List.of(parcel("YTO", "YT1", "", "")))))
        .isEqualTo(10060008);
    assertThat(payments.upload("T1", unified("SF", "SF1"))).isEqualTo(10060014);
    assertThat(
            payments.upload(
                "T1",
                Map.of("shipping_list", List.of(parcel("SF", "SF1", "+86-177****1234", "x")))))
        .isZero();
  }

  @Test
  void asksForThePartsOfAKey() {
    assertThat(payments.key(Map.of("order_number_type", 2))).isEqualTo(268485195);
    assertThat(payments.key(Map.of("order_number_type", 1))).isEqualTo(268485196);
    assertThat(payments.key(Map.of("order_number_type", 1, "mchid", "1"))).isEqualTo(268485197);
    assertThat(payments.key(Map.of("order_number_type", 3))).isEqualTo(268485194);
    assertThat(payments.key(Map.of("order_number_type", 2, "transaction_id", "nobody")))
        .isEqualTo(10060001);
  }

  @Test
  void shipsNothingReceivedOrRefunded() {
    String received = payments.pay("T1", "");
    payments.upload("T1", unified("YTO", "YT1"));
    client.pull("trade/" + received + "/receive");
    client.pull("trade/" + payments.pay("T2", "") + "/refund");

    assertThat(payments.upload("T1", unified("YTO", "YT2"))).isEqualTo(10060002);
    assertThat(payments.upload("T2", unified("YTO", "YT2"))).isEqualTo(10060004);
  }

  @Test
  void shipsThePartsOfACombinedPaymentTogetherOrNotAtAll() {
    payments.pay("T1", "C1");
    payments.pay("T2", "C1");
    payments.pay("T3", "");

    assertThat(payments.combined(part("T1"), part("T3"))).isEqualTo(10060001);
    assertThat(payments.combined(part("T1"), part("T1"))).isEqualTo(10060013);
    assertThat(payments.order("T1").path("order_state").asInt()).isEqualTo(1);

    assertThat(payments.combined(part("T1"), part("T2"))).isZero();
    assertThat(payments.order("T1").path("order_state").asInt()).isEqualTo(2);
    assertThat(payments.order("T2").path("order_state").asInt()).isEqualTo(2);
    assertThat(payments.combined(part("T1"), part("T2"))).isEqualTo(10060023);
  }
}
