package com.wechaterp.hub.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

@ExtendWith(OutputCaptureExtension.class)
class CallbackRefusalTest {

  private static final HikariDataSource DATABASE = HubDatabase.h2();
  private static CallbackServer server;

  @BeforeAll
  static void start() {
    server = CallbackServer.start(DATABASE);
  }

  @AfterAll
  static void stop() {
    server.close();
    DATABASE.close();
  }

  private static String signed(String time) {
    return "?timestamp=" + time + "&nonce=n&signature=" + signature(time);
  }

  private static String signature(String time) {
    return MessageSignature.of(CallbackServer.TOKEN, time, "n");
  }

  private static long counted(String code) {
    return server.report().refused().stream()
        .filter(refused -> refused.code().equals(code))
        .mapToLong(CallbackReport.Refused::count)
        .sum();
  }

  /** The sender sees a status and nothing else; the admin sees why, and nothing is stored. */
  private static void assertRefused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEmpty();
    assertThat(server.report().latest().get(0).reason().code()).isEqualTo(code);
    assertThat(counted(code)).isPositive();
    assertThat(new JdbcTemplate(DATABASE).queryForList("SELECT id FROM inbox_event")).isEmpty();
  }

  @Test
  void refusesAnUnknownAccount() {
    assertRefused(server.push("other", "<xml/>"), 404, "callback-unknown-account");
    assertRefused(
        server.get("other", signed(CallbackServer.now()) + "&echostr=1"),
        404,
        "callback-unknown-account");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/callback/main", "/callbacks/", "/callbacks/main/more"})
  void leavesOneLineOfAMessageToAnAddressNobodyHas(String path, CapturedOutput output) {
    for (int i = 0; i < 3; i++) {
      assertThat(server.getPath(path, signed(CallbackServer.now())).statusCode()).isEqualTo(404);
    }

    assertThat(output.getAll())
        .containsOnlyOnce("to " + path + ", an address nobody has")
        .contains("Enter https://<your domain>/callbacks/<account>");
    assertThat(server.report().latest().get(0).reason().code()).isEqualTo("callback-stray");
  }

  @Test
  void doesNotSpeakOfOtherRequestsToAddressesNobodyHas() {
    long before = counted("callback-stray");

    assertThat(server.getPath("/favicon.ico", "?timestamp=1").statusCode()).isEqualTo(404);

    assertThat(counted("callback-stray")).isEqualTo(before);
  }

  @Test
  void tellsOfEachUnknownAccountByItself(CapturedOutput output) {
    server.push("mian", "<xml/>");
    server.push("mani", "<xml/>");

    assertThat(output.getAll()).contains("/callbacks/mian from", "/callbacks/mani from");
  }

  @Test
  void refusesAnAccountWithoutAToken() {
    assertRefused(server.push("half", "<xml/>"), 403, "callback-no-token");
  }

  @Test
  void refusesAWrongSignature() {
    String query = "?timestamp=" + CallbackServer.now() + "&nonce=n&signature=" + "0".repeat(40);

    assertRefused(server.post("main", query, "<xml/>"), 403, "callback-wrong-signature");
    assertRefused(server.post("safe", query, "<xml/>"), 403, "callback-wrong-signature");
    assertRefused(server.get("main", query + "&echostr=1"), 403, "callback-wrong-signature");
  }

  @Test
  void refusesASignatureThatIsOnlyInTheBody() {
    String time = CallbackServer.now();

    assertRefused(
        server.post("main", "?timestamp=" + time + "&nonce=n", "signature=" + signature(time)),
        403,
        "callback-wrong-signature");
  }

  @Test
  void refusesAParameterGivenTwice() {
    String query = signed(CallbackServer.now()) + "&nonce=other";

    assertRefused(server.post("main", query, "<xml/>"), 400, "callback-malformed");
  }

  @Test
  void refusesAStaleTimestampAndNone() {
    assertRefused(server.post("main", signed("1667805847"), "<xml/>"), 403, "callback-stale");
    assertRefused(server.post("main", signed("soon"), "<xml/>"), 400, "callback-no-timestamp");
    assertRefused(server.post("main", "", "<xml/>"), 400, "callback-no-timestamp");
  }

  @Test
  void refusesWhatIsTooLargeWithoutReadingIt() {
    String large = "<xml><a>" + "x".repeat(70_000) + "</a></xml>";

    assertRefused(server.push("main", large), 413, "callback-too-large");
  }

  @Test
  void refusesWhatIsMalformed() {
    for (String body :
        new String[] {
          "",
          "hello",
          "<xml><a>",
          "<xml>a<b/></xml>",
          "<xml/><xml/>",
          "{\"a\":",
          "{}{}",
          "[1]",
          "{\"a\":1,\"a\":2}",
          "<xml><a>&unknown;</a></xml>"
        }) {
      assertRefused(server.push("main", body), 400, "callback-malformed");
    }
  }

  @Test
  void refusesDocumentTypesAndReadsNoFile() {
    String file = "<!DOCTYPE xml [<!ENTITY f SYSTEM \"file:///etc/hostname\">]>";
    String laughs = "<!DOCTYPE xml [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>";

    assertRefused(
        server.push("main", file + "<xml><Event>&f;</Event></xml>"), 400, "callback-malformed");
    assertRefused(
        server.push("main", laughs + "<xml><Event>&b;</Event></xml>"), 400, "callback-malformed");
    assertRefused(
        server.push("main", "<!DOCTYPE xml><xml><Event>e</Event></xml>"),
        400,
        "callback-malformed");
  }

  @Test
  void refusesWhatIsNestedTooDeeply() {
    String xml = "<a>".repeat(5000) + "</a>".repeat(5000);
    String json = "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);

    assertRefused(server.push("main", "<xml>" + xml + "</xml>"), 400, "callback-too-deep");
    assertRefused(server.push("main", json), 400, "callback-too-deep");
    assertRefused(server.push("safe", json), 400, "callback-too-deep");
  }

  @Test
  void refusesAPlainMessageWhereTheAccountHasAKey() {
    assertRefused(
        server.post("safe", signed(CallbackServer.now()), CallbackContract.audit("p")),
        400,
        "callback-not-encrypted");
  }

  @Test
  void tellsTheLogOnceAndNeverTheMessage(CapturedOutput output) {
    for (int i = 0; i < 50; i++) {
      server.push("half", "<xml><secret>geheim</secret></xml>");
    }

    assertThat(output.getAll()).doesNotContain("geheim").doesNotContain(CallbackServer.TOKEN);
    assertThat(output.getAll().split("the account has no token").length).isLessThanOrEqualTo(2);
  }

  @Test
  void keepsOddCharactersOfThePathOutOfTheLog() {
    server.push("a%0A%0Dforged%20line" + "x".repeat(500), "<xml/>");

    String account = server.report().latest().get(0).reason().facts().get("account");
    assertThat(account).hasSizeLessThanOrEqualTo(64).doesNotContainAnyWhitespaces();
  }

  @ParameterizedTest
  @ValueSource(strings = {"safe", "safe/"})
  void answersAVerificationWithItsEcho(String address) {
    HttpResponse<String> answer =
        server.get(address, signed(CallbackServer.now()) + "&echostr=4375120948345356249");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("4375120948345356249");
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(server.report().verified()).isPositive();
  }
}
