package com.wechaterp.hub.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.RunningHub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What moves money is done by WeChat, but its answer does not say so. */
class MoneyFaultsIT {

  /** A lost withdrawal is looked for after a minute. */
  private static final Duration SOON = Duration.ofMinutes(3);

  @TempDir private static Path data;
  private static RunningHub hub;

  @BeforeAll
  static void start() throws Exception {
    hub =
        RunningHub.start(data, "hub.funds.withdraw-limit=100000", "hub.funds.second-person=false");
    hub.lever("funds/balance?available=100000&pending=0");
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  private static void lose(String operation, String how) {
    hub.lever("fail?operation=" + operation + "&afterwards=true" + how);
  }

  private static Object field(String id, String name) {
    return String.valueOf(hub.get("/api/v1/funds/requests/" + id).body().get(name));
  }

  @Test
  void withdrawsOnceThoughWeChatSaidBusyAndChangesTheAccountThoughNobodyAnswered() {
    lose("shop/funds/submitwithdraw", "&kind=errcode&value=-1");
    lose("shop/funds/setbankaccount", "&kind=http&value=502");
    hub.post(
        "/api/v1/funds/withdrawals", Map.of("id", "w1", "amount", 4000, "confirm_amount", 4000));
    hub.post(
        "/api/v1/funds/bank-account",
        Map.of(
            "id", "b1",
            "bank_account_type", "ACCOUNT_TYPE_BUSINESS",
            "account_bank", "招商银行",
            "bank_address_code", "440300",
            "account_number", "755900000010002",
            "confirm_account_number", "755900000010002"));

    await().atMost(SOON).until(() -> field("w1", "state").equals("CONFIRMED"));
    await().atMost(SOON).until(() -> field("b1", "state").equals("SUBMITTED"));

    assertThat(field("w1", "out_request_no")).asString().startsWith("wd");
    assertThat(hub.calls("shop/funds/submitwithdraw")).isEqualTo(1);
    assertThat(hub.calls("shop/funds/setbankaccount")).isEqualTo(2);
    assertThat(hub.calls("shop/funds/getbankaccount")).isPositive();
  }

  @Test
  void bringsARefundToTheShopThoughItsAnswerWasLost() {
    Map<String, ?> order =
        Map.of(
            "openid", "buyer-1",
            "combine_trade_no", "CT1",
            "sub_orders",
                List.of(
                    Map.of(
                        "mchid", "1900000001",
                        "trade_no", "TN1",
                        "description", "茶杯",
                        "amount", 1000)));
    hub.post("/api/v1/pay/orders", order);
    hub.lever("pay/TN1");
    lose("shop/pay/refundorder", "&kind=errcode&value=-1");

    Map<String, ?> refund =
        Map.of(
            "mchid", "1900000001",
            "openid", "buyer-1",
            "trade_no", "TN1",
            "refund_no", "RN1",
            "refund_amount", 400,
            "confirm_amount", 400);
    assertThat(hub.post("/api/v1/pay/refunds", refund).status()).isNotEqualTo(200);
    assertThat(hub.post("/api/v1/pay/refunds", refund).body().get("sent")).isEqualTo(false);

    await()
        .atMost(SOON)
        .until(
            () -> hub.value("SELECT money FROM wx_pay_back WHERE part_no = 'RN1'").equals("4.00"));
    assertThat(hub.calls("shop/pay/refundorder")).isEqualTo(1);
  }

  @Test
  void sharesNothingOutWithoutTheNumberOfThePaymentGivenTwice() {
    Map<String, ?> sharing =
        Map.of(
            "mchid", "1900000001",
            "openid", "buyer-1",
            "trade_no", "TN1",
            "confirm_trade_no", "TN2",
            "profit_sharing_no", "S1");

    RunningHub.Answer answer = hub.post("/api/v1/pay/profit-sharings", sharing);

    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.body().toString()).contains("confirm_trade_no", "TN1");
    assertThat(hub.calls("shop/pay/profitsharingorder")).isZero();
  }
}
