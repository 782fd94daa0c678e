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

/** Takes a payment of the payment management from its creation to its refund. */
class PayIT {

  private static final String BUYER = "oBuyer";
  private static final String MCHID = "1230000109";

  private static SandboxServer server;
  private static SandboxClient client;

  @BeforeAll
  static void starts() {
    server = SandboxServer.start(Map.of("hub.sandbox.audit-delay", "1h"));
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
  void givesPaymentParametersAsRecorded() throws IOException {
    assertLikeRecorded("shop.pay.createorder", create("T1", 100));
  }

  @Test
  void givesAnUnpaidOrderNewParametersButNoOtherAmount() {
    JsonNode first = create("T1", 100);

    JsonNode again = create("T1", 100);

    assertThat(again.path("errcode").asInt()).isZero();
    assertThat(again.path("payment_params").path("nonceStr"))
        .isNotEqualTo(first.path("payment_params").path("nonceStr"));
    assertThat(create("T1", 101).path("errcode").asInt()).isEqualTo(100000);
  }

  @Test
  void tellsThatAnOrderIsPaid() {
    create("T1", 100);

    client.pull("pay/T1");

    JsonNode event = client.event("funds_order_pay");
    assertThat(event.path("trade_no").asString()).isEqualTo("T1");
    assertThat(event.path("transaction_id").asString())
        .isEqualTo(order("T1").path("transaction_id").asString());
    assertThat(event.path("pay_time").asString())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    assertThat(pending()).isEqualTo(100);
  }

  @Test
  void closesOnlyWhatIsNotPaid() {
    create("T1", 100);
    create("T2", 100);
    client.pull("pay/T2");

    assertThat(close("T1")).isZero();
    assertThat(close("T2")).isEqualTo(100000);
    assertThat(client.exchange("POST", "/_control/pay/T1", "").statusCode()).isEqualTo(404);
    assertThat(close("T3")).isEqualTo(1010011);
  }

  @Test
  void closesAnOrderNobodyPaidInTime() {
    create("T1", 100);

    client.pull("jump?seconds=7201");

    await().until(() -> create("T1", 100).path("errcode").asInt() == 100000);
  }

  @Test
  void refundsOnceForEachRefundNumber() {
    create("T1", 100);
    client.pull("pay/T1");

    assertThat(refund("R1", 60)).isZero();
    assertThat(refund("R1", 60)).isZero();
    assertThat(refund("R2", 41)).isEqualTo(2747014);
    client.pull("pay/T1/refunds/R1");

    assertThat(client.event("funds_order_refund").path("refund_no").asString()).isEqualTo("R1");
    assertThat(client.event("funds_order_refund").path("status").asString()).isEqualTo("SUCCESS");
    assertThat(order("T1").path("refund_list")).hasSize(1);
    assertThat(pending()).isEqualTo(40);
  }

  @Test
  void letsARefundFailSoThatItCanBeTriedAgain() {
    create("T1", 100);
    client.pull("pay/T1");
    refund("R1", 100);

    client.pull("pay/T1/refunds/R1?result=FAIL");

    assertThat(client.event("funds_order_refund").path("status").asString()).isEqualTo("FAIL");
    assertThat(pending()).isEqualTo(100);
    assertThat(refund("R2", 100)).isZero();
  }

  @Test
  void refundsNothingUnpaidAndNothingOfAnotherBuyer() {
    create("T1", 100);
    assertThat(refund("R1", 50)).isEqualTo(100000);
    client.pull("pay/T1");

    assertThat(
            client.code(
                "shop/pay/refundorder",
                Map.of(
                    "mchid",
                    MCHID,
                    "openid",
                    "oOther",
                    "trade_no",
                    "T1",
                    "refund_no",
                    "R1",
                    "total_amount",
                    100,
                    "refund_amount",
                    50)))
        .isEqualTo(990001);
  }

  @Test
  void sharesWhatIsLeftAndSettlesItLessTheFee() throws IOException {
    create("T1", 10_000);
    client.pull("pay/T1");
    refund("R1", 1_000, 10_000);
    client.pull("pay/T1/refunds/R1");
    client.ok(
        "shop/pay/profitsharingorder",
        Map.of("mchid", MCHID, "openid", BUYER, "trade_no", "T1", "profit_sharing_no", "P1"));

    client.pull("jump?seconds=3600");

    await().until(() -> client.events().contains("funds_order_profitsharing"));
    assertThat(client.event("funds_order_profitsharing").path("amount").asInt()).isEqualTo(9_000);
    assertThat(pending()).isZero();
    assertThat(balance("available_amount")).isEqualTo(9_000 - 54);
    assertLikeRecorded(
        "shop.pay.getorder", client.call("shop/pay/getorder", Map.of("trade_no", "T1")));
  }

  @Test
  void listsOrdersFromACursor() throws IOException {
    create("T1", 1);
    create("T2", 2);
    create("T3", 3);

    JsonNode first = client.ok("shop/pay/getorderlist", Map.of("page_size", 2));
    JsonNode second =
        client.ok(
            "shop/pay/getorderlist",
            Map.of("page_size", 2, "last_index", first.path("last_index").asString()));

    assertLikeRecorded("shop.pay.getorderlist", first);
    assertThat(first.path("has_more").asBoolean()).isTrue();
    assertThat(second.path("has_more").asBoolean()).isFalse();
    assertThat(second.path("trade_no_list").get(0).asString()).isEqualTo("T3");
  }

  private static JsonNode create(String tradeNo, long fen) {
    return client.call(
        "shop/pay/createorder",
        Map.of(
            "openid",
            BUYER,
            "combine_trade_no",
            "C" + tradeNo,
            "sub_orders",
            List.of(
                Map.of("mchid", MCHID, "trade_no", tradeNo, "amount", fen, "description", "公仔"))));
  }

  private static int close(String tradeNo) {
    return client.code(
        "shop/pay/closeorder",
        Map.of(
            "openid",
            BUYER,
            "combine_trade_no",
            "C" + tradeNo,
            "sub_orders",
            List.of(Map.of("mchid", MCHID, "trade_no", tradeNo))));
  }

  private static int refund(String number, long fen) {
    return refund(number, fen, 100);
  }

  private static int refund(String number, long fen, long total) {
    return client.code(
        "shop/pay/refundorder",
        Map.of(
            "mchid",
            MCHID,
            "openid",
            BUYER,
            "trade_no",
            "T1",
            "refund_no",
            number,
            "total_amount",
            total,
            "refund_amount",
            fen));
  }

  private static JsonNode order(String tradeNo) {
    return client.ok("shop/pay/getorder", Map.of("trade_no", tradeNo)).path("order");
  }

  private static long pending() {
    return balance("pending_amount");
  }

  private static long balance(String name) {
    return client.call("shop/funds/getbalance", Map.of()).path("balance_info").path(name).asLong();
  }
}
