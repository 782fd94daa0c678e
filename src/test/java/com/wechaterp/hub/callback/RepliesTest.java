package com.wechaterp.hub.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import cn.binarywang.wx.miniapp.util.crypt.WxMaCryptUtils;
import com.wechaterp.hub.inbox.EventAnswer;
import com.wechaterp.hub.inbox.InboundEvent;
import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RepliesTest {

  private static final HikariDataSource DATABASE = HubDatabase.h2();
  private static final JsonMapper JSON = JsonMapper.builder().build();
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

  private static String xml(String event, String fields) {
    return "<xml><ToUserName>gh_1</ToUserName><FromUserName>oTeam</FromUserName>"
        + "<CreateTime>1667805847</CreateTime><MsgType>event</MsgType><Event>"
        + event
        + "</Event>"
        + fields
        + "</xml>";
  }

  private static String asking(String requestId, int time) {
    return xml(CallbackServer.ASKING, "<request_id>" + requestId + "</request_id>")
        .replace("1667805847", String.valueOf(1667805847 + time));
  }

  /** Answers with what was asked, and a code. */
  private static EventAnswer echo(InboundEvent event) {
    return new EventAnswer(
        Map.of("request_id", event.field("request_id"), "ret_code", 1, "ret_msg", "领完 / gone"),
        EventAnswer.Form.AS_RECEIVED);
  }

  private static String decrypted(String encrypted) {
    WxMaDefaultConfigImpl config = new WxMaDefaultConfigImpl();
    config.setAppid(CallbackServer.APP_ID);
    config.setToken(CallbackServer.TOKEN);
    config.setAesKey(CallbackServer.KEY);
    return new WxMaCryptUtils(config).decrypt(encrypted);
  }

  @Test
  void answersInXmlWhatCameInXml() {
    server.answer.set(RepliesTest::echo);

    HttpResponse<String> answer = server.push("main", asking("in-xml", 0));

    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
    assertThat(new MessageParser().parse(answer.body()))
        .containsEntry("request_id", "in-xml")
        .containsEntry("ret_code", "1")
        .containsEntry("ret_msg", "领完 / gone");
  }

  @Test
  void answersInJsonWhatCameInJson() {
    server.answer.set(RepliesTest::echo);
    String json =
        "{\"ToUserName\":\"gh_1\",\"FromUserName\":\"o\",\"CreateTime\":1667805999,"
            + "\"MsgType\":\"event\",\"Event\":\""
            + CallbackServer.ASKING
            + "\",\"request_id\":\"in-json\"}";

    JsonNode reply = JSON.readTree(server.push("main", json).body());

    assertThat(reply.path("ret_code").asInt()).isEqualTo(1);
    assertThat(reply.path("request_id").asString()).isEqualTo("in-json");
  }

  @Test
  void encryptsTheAnswerToAnEncryptedMessage() {
    server.answer.set(RepliesTest::echo);
    Map<String, Object> envelope =
        new MessageParser().parse(server.push("safe", asking("encrypted", 0)).body());

    String encrypted = (String) envelope.get("Encrypt");
    assertThat(envelope.get("MsgSignature"))
        .isEqualTo(
            MessageSignature.of(
                CallbackServer.TOKEN,
                (String) envelope.get("TimeStamp"),
                (String) envelope.get("Nonce"),
                encrypted));
    assertThat(new MessageParser().parse(decrypted(encrypted)))
        .containsEntry("ret_code", "1")
        .containsEntry("request_id", "encrypted");
  }

  @Test
  void tellsTheDeadlineOfAfterSalesInJsonWhenReceiptIsConfirmed() {
    String confirm =
        xml(
            "open_product_order_confirm",
            "<order_info><out_order_id>o1</out_order_id></order_info>");
    long wanted = 1667805847L + 15 * 86_400;

    HttpResponse<String> plain = server.push("main", confirm);
    assertThat(plain.body()).isEqualTo("{\"after_sale_deadline\":" + wanted + "}");
    assertThat(plain.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    assertThat(server.push("main", confirm).body()).isEqualTo(plain.body());
    String encrypted =
        (String) new MessageParser().parse(server.push("safe", confirm).body()).get("Encrypt");
    assertThat(decrypted(encrypted)).isEqualTo(plain.body());
  }

  @Test
  void answersTheSameRequestTheSameHoweverOftenItIsAsked() {
    AtomicInteger asked = new AtomicInteger();
    server.answer.set(
        event ->
            new EventAnswer(Map.of("n", asked.incrementAndGet()), EventAnswer.Form.AS_RECEIVED));

    List<CompletableFuture<String>> answers =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> server.push("main", asking("same", i)).body()))
            .toList();

    assertThat(answers).extracting(CompletableFuture::join).containsOnly("<xml><n>1</n></xml>");
    assertThat(server.push("main", asking("other", 0)).body()).isEqualTo("<xml><n>2</n></xml>");
  }

  @Test
  void leavesASlowDecisionOpenAndGivesItWhenItIsAskedAgain() {
    CountDownLatch decided = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    server.answer.set(
        event -> {
          asked.incrementAndGet();
          await().until(() -> decided.getCount() == 0);
          return new EventAnswer(Map.of("n", 7), EventAnswer.Form.AS_RECEIVED);
        });

    HttpResponse<String> first = server.push("main", asking("slow", 0));
    assertThat(first.statusCode()).isEqualTo(503);
    assertThat(first.body()).isEmpty();
    decided.countDown();

    await()
        .until(() -> server.push("main", asking("slow", 0)).body().equals("<xml><n>7</n></xml>"));
    assertThat(asked).hasValue(1);
  }

  @Test
  void remembersNoFailure() {
    server.answer.set(
        event -> {
          throw new IllegalStateException("the ERP is away");
        });
    assertThat(server.push("main", asking("failed", 0)).statusCode()).isEqualTo(503);

    server.answer.set(event -> new EventAnswer(Map.of("n", 8), EventAnswer.Form.AS_RECEIVED));

    assertThat(server.push("main", asking("failed", 0)).body()).isEqualTo("<xml><n>8</n></xml>");
  }
}
