package com.wechaterp.hub.sandbox;

import static com.wechaterp.hub.sandbox.Recorded.assertLikeRecorded;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reads the ledger and looks up banks (WeChat docs, funds [资金]). */
class FundsIT {

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
  void answersBalancesInFenAndWithoutAnErrcode() throws IOException {
    client.pull("funds/balance?available=45331&pending=7549");

    JsonNode answer = client.call("shop/funds/getbalance", Map.of());

    assertLikeRecorded("shop.funds.getbalance", answer);
    assertThat(answer.has("errcode")).isFalse();
    assertThat(answer.path("balance_info").path("available_amount").asLong()).isEqualTo(45331);
    assertThat(answer.path("balance_info").path("pending_amount").asLong()).isEqualTo(7549);
  }

  @Test
  void listsTheLedgerOfADayPageByPage() throws IOException {
    client.pull("funds/flows?date=20211119&count=3");
    client.pull("funds/flows?date=20211120&count=25");

    assertLikeRecorded("shop.funds.scanorderflow", scan("20211120", 1, 10));
    List<String> ids = new ArrayList<>();
    for (int page = 1; page <= 3; page++) {
      JsonNode answer = scan("20211120", page, 10);
      assertThat(answer.path("total_num").asInt()).isEqualTo(25);
      answer.path("funds_flow_ids").forEach(id -> ids.add(id.asString()));
    }
    assertThat(ids).hasSize(25).doesNotHaveDuplicates();
    assertThat(scan("20211120", 4, 10).path("funds_flow_ids")).isEmpty();
  }

  @Test
  void listsNothingForADayWithoutEntries() {
    JsonNode answer = scan("20200101", 1, 10);

    assertThat(answer.path("funds_flow_ids")).isEmpty();
    assertThat(answer.path("total_num").asInt()).isZero();
  }

  @Test
  void tellsAmountsInYuanWithTwoDecimals() throws IOException {
    client.pull("funds/flows?date=20211120&count=12");

    for (JsonNode id : scan("20211120", 1, 100).path("funds_flow_ids")) {
      JsonNode answer = client.call("shop/funds/getorderflow", Map.of("funds_flow_id", id));
      assertLikeRecorded("shop.funds.getorderflow", answer);
      assertThat(answer.path("funds_flow").path("amount").asString()).matches("\\d+\\.\\d\\d");
      assertThat(answer.path("funds_flow").path("bookkeeping_time").asString())
          .startsWith("2021-11-20 ");
    }
  }

  @Test
  void keepsABalanceThatFollowsFromEachEntry() {
    client.pull("funds/flows?date=20211120&count=40");

    BigDecimal balance = BigDecimal.ZERO;
    for (JsonNode id : scan("20211120", 1, 100).path("funds_flow_ids")) {
      JsonNode flow =
          client
              .call("shop/funds/getorderflow", Map.of("funds_flow_id", id.asString()))
              .path("funds_flow");
      BigDecimal amount = new BigDecimal(flow.path("amount").asString());
      balance =
          flow.path("flow_type").asString().equals("收入")
              ? balance.add(amount)
              : balance.subtract(amount);
      assertThat(new BigDecimal(flow.path("balance").asString())).isEqualByComparingTo(balance);
    }
    JsonNode info = client.call("shop/funds/getbalance", Map.of()).path("balance_info");
    assertThat(balance.movePointRight(2).longValueExact())
        .isEqualTo(info.path("available_amount").asLong() + info.path("pending_amount").asLong());
  }

  @Test
  void saysThatAnEntryItDoesNotKnowIsNoData() {
    assertThat(client.code("shop/funds/getorderflow", Map.of("funds_flow_id", "1")))
        .isEqualTo(9710001);
  }

  @Test
  void makesNoEntriesForADayThatIsNone() {
    assertThat(client.exchange("POST", "/_control/funds/flows?date=2021-11-20", "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void refusesADayThatIsNone() {
    assertThat(
            client.code(
                "shop/funds/scanorderflow",
                Map.of("date", "2021-11-20", "page_num", 1, "page_size", 10)))
        .isEqualTo(40097);
  }

  @Test
  void refusesFundsFromAnIpOffTheWhitelist() {
    client.pull("funds/whitelist?listed=false");

    JsonNode answer = client.call("shop/funds/getbalance", Map.of());
    assertThat(answer.path("errcode").asInt()).isEqualTo(40164);
    assertThat(answer.path("errmsg").asString()).contains("not in whitelist");
    assertThat(client.code("shop/cat/get", Map.of())).isZero();

    client.pull("funds/whitelist?listed=true");
    assertThat(client.call("shop/funds/getbalance", Map.of()).has("balance_info")).isTrue();
  }

  @Test
  void looksUpBanksAsRecorded() throws IOException {
    Map<String, Object> search =
        Map.of("offset", 0, "limit", 10, "key_words", "招商", "bank_type", 0);

    JsonNode found = client.call("shop/funds/getbanklist", search);

    assertLikeRecorded("shop.funds.getbanklist", found);
    assertThat(found.path("data").get(0).path("bank_code").asString()).isEqualTo("1000009561");
    assertLikeRecorded(
        "shop.funds.getbankbynum",
        client.call("shop/funds/getbankbynum", Map.of("account_number", "6214860100010001")));
  }

  @Test
  void findsNoBankForAnUnknownCardAndRefusesWhatIsNoNumber() {
    assertThat(
            client
                .call("shop/funds/getbankbynum", Map.of("account_number", "9999990000000000"))
                .path("total_count")
                .asInt())
        .isZero();
    assertThat(client.code("shop/funds/getbankbynum", Map.of("account_number", "621xxxx")))
        .isEqualTo(40097);
  }

  @Test
  void looksUpCitiesAndBranchesAsRecorded() throws IOException {
    assertLikeRecorded("shop.funds.getprovince", client.call("shop/funds/getprovince", Map.of()));
    assertLikeRecorded(
        "shop.funds.getcity", client.call("shop/funds/getcity", Map.of("province_code", 1)));

    JsonNode branches =
        client.call(
            "shop/funds/getsubbranch",
            Map.of("bank_code", "1000009501", "city_code", "571", "offset", 0, "limit", 1));

    assertLikeRecorded("shop.funds.getsubbranch", branches);
    assertThat(branches.path("bank_alias").asString()).isEqualTo("浙江网商银行");
    assertThat(branches.path("data")).hasSize(1);
    assertThat(branches.path("total_count").asInt()).isEqualTo(3);
  }

  private static JsonNode scan(String day, int page, int size) {
    return client.call(
        "shop/funds/scanorderflow", Map.of("date", day, "page_num", page, "page_size", size));
  }
}
