package com.wechaterp.hub.sandbox;

import static com.wechaterp.hub.sandbox.Recorded.assertLikeRecorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Withdraws money and changes the settlement account, each confirmed by a scan. */
class WithdrawalsIT {

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
    client.pull("funds/balance?available=10000&pending=500");
  }

  @Test
  void waitsForTheAdministratorBeforeMoneyLeaves() throws IOException {
    JsonNode answer = submit(4000);
    assertLikeRecorded("shop.funds.submitwithdraw", answer);
    assertThat(scanState(answer)).isZero();
    assertThat(available()).isEqualTo(10000);
    assertThat(status(answer)).isEqualTo("INIT");

    scan(answer, "confirm");

    assertThat(scanState(answer)).isEqualTo(1);
    assertThat(status(answer)).isEqualTo("CREATE_SUCCESS");
    assertThat(available()).isEqualTo(6000);
  }

  @Test
  void paysOutAndTells() throws IOException {
    JsonNode answer = submit(4000);
    scan(answer, "confirm");

    end(answer, "SUCCESS");

    assertThat(status(answer)).isEqualTo("SUCCESS");
    assertThat(available()).isEqualTo(6000);
    assertThat(client.event("withdraw_notify").path("out_request_no").asString())
        .isEqualTo(number(answer));
    assertLikeRecorded("shop.funds.getwithdrawdetail", detail(answer));
  }

  @Test
  void paysOutByItselfWhenItsTimeHasCome() {
    JsonNode answer = submit(4000);
    scan(answer, "confirm");

    client.pull("jump?seconds=3600");

    await().until(() -> status(answer).equals("SUCCESS"));
  }

  @Test
  void bringsTheMoneyBackWhenTheBankDoes() {
    JsonNode answer = submit(4000);
    scan(answer, "confirm");
    end(answer, "SUCCESS");

    end(answer, "REFUND");

    assertThat(status(answer)).isEqualTo("REFUND");
    assertThat(available()).isEqualTo(10000);
  }

  @Test
  void closesAWithdrawalTheAdministratorRefusesOrForgets() {
    JsonNode refused = submit(4000);
    scan(refused, "cancel");
    JsonNode forgotten = submit(4000);
    scan(forgotten, "expire");

    assertThat(status(refused)).isEqualTo("CLOSE");
    assertThat(scanState(refused)).isEqualTo(2);
    assertThat(status(forgotten)).isEqualTo("CLOSE");
    assertThat(scanState(forgotten)).isEqualTo(3);
    assertThat(available()).isEqualTo(10000);
  }

  @Test
  void letsACodeExpireByItself() {
    JsonNode answer = submit(4000);

    client.pull("jump?seconds=301");

    await().until(() -> scanState(answer) == 3);
    assertThat(status(answer)).isEqualTo("CLOSE");
  }

  @Test
  void scansACodeOnlyOnce() {
    JsonNode answer = submit(4000);
    scan(answer, "confirm");

    assertThat(client.exchange("POST", "/_control/funds/qrcode/" + ticket(answer), "").statusCode())
        .isEqualTo(404);
    assertThat(available()).isEqualTo(6000);
  }

  @Test
  void refusesMoreThanTheBalanceAndNothing() {
    assertThat(submit(10001).path("errcode").asInt()).isEqualTo(40097);
    assertThat(submit(0).path("errcode").asInt()).isEqualTo(40097);
    assertThat(submit(10000).path("errcode").asInt()).isZero();
  }

  @Test
  void failsAWithdrawalConfirmedAfterTheMoneyWentElsewhere() {
    JsonNode first = submit(8000);
    JsonNode second = submit(8000);

    scan(first, "confirm");
    scan(second, "confirm");

    assertThat(status(second)).isEqualTo("FAIL");
    assertThat(available()).isEqualTo(2000);
  }

  @Test
  void listsWithdrawalsTheNewestFirst() throws IOException {
    String first = number(submit(1));
    String second = number(submit(2));

    JsonNode answer = client.call("shop/funds/scanwithdraw", Map.of("page_num", 1, "page_size", 1));

    assertLikeRecorded("shop.funds.scanwithdraw", answer);
    assertThat(answer.path("out_request_nos").get(0).asString()).isEqualTo(second);
    assertThat(answer.path("total_num").asInt()).isEqualTo(2);
    assertThat(first).isNotEqualTo(second);
  }

  @Test
  void drawsTheCode() throws IOException {
    JsonNode code = client.ok("shop/funds/qrcode/get", Map.of("qrcode_ticket", ticket(submit(1))));

    assertLikeRecorded("shop.funds.qrcode.get", code);
    assertThat(Base64.getDecoder().decode(code.path("qrcode_buf").asString()))
        .startsWith(0x89, 'P', 'N', 'G');
    assertThat(client.code("shop/funds/qrcode/get", Map.of("qrcode_ticket", "invented")))
        .isEqualTo(40097);
  }

  @Test
  void changesTheSettlementAccountOnceTheAdministratorHasScanned() throws IOException {
    JsonNode before = account();
    assertLikeRecorded("shop.funds.getbankaccount", before);
    client.ok("shop/funds/setbankaccount", wanted("招商银行", "6214860100010001"));
    assertThat(account()).isEqualTo(before);
    JsonNode code = client.ok("shop/funds/qrcode/gen", Map.of("identity_type", 1));
    assertLikeRecorded("shop.funds.qrcode.gen", code);

    scan(code, "confirm");

    assertThat(account().path("account_info").path("account_number").asString())
        .isEqualTo("6214860100010001");
  }

  @Test
  void refusesASettlementAccountOfNoBankAndNoNumber() {
    assertThat(client.code("shop/funds/setbankaccount", wanted("没有的银行", "6214860100010001")))
        .isEqualTo(40097);
    assertThat(client.code("shop/funds/setbankaccount", wanted("招商银行", "wrong"))).isEqualTo(40097);
  }

  private static Map<String, Object> wanted(String bank, String number) {
    return Map.of(
        "account_info",
        Map.of(
            "bank_account_type",
            "ACCOUNT_TYPE_PRIVATE",
            "account_bank",
            bank,
            "bank_address_code",
            "440300",
            "account_number",
            number));
  }

  private static JsonNode account() {
    return client.ok("shop/funds/getbankaccount", Map.of());
  }

  private static JsonNode submit(long fen) {
    return client.call("shop/funds/submitwithdraw", Map.of("amount", fen, "remark", "试"));
  }

  private static void scan(JsonNode answer, String act) {
    client.pull("funds/qrcode/" + ticket(answer) + "?act=" + act);
  }

  private static int scanState(JsonNode answer) {
    return client
        .ok("shop/funds/qrcode/check", Map.of("qrcode_ticket", ticket(answer)))
        .path("status")
        .asInt();
  }

  private static void end(JsonNode answer, String status) {
    client.pull("funds/withdrawals/" + number(answer) + "?status=" + status);
  }

  private static JsonNode detail(JsonNode answer) {
    return client.call("shop/funds/getwithdrawdetail", Map.of("out_request_no", number(answer)));
  }

  private static String status(JsonNode answer) {
    return detail(answer).path("withdraw_info").path("status").asString();
  }

  private static String number(JsonNode answer) {
    return answer.path("out_request_no").asString();
  }

  private static String ticket(JsonNode answer) {
    return answer.path("qrcode_ticket").asString();
  }

  private static long available() {
    return client
        .call("shop/funds/getbalance", Map.of())
        .path("balance_info")
        .path("available_amount")
        .asLong();
  }
}
