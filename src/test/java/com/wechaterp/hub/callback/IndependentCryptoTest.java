package com.wechaterp.hub.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.inbox.InboundEvent;
import com.wechaterp.hub.wechat.Shipping;
import com.wechaterp.hub.wechat.WeChatAccount;
import com.wechaterp.hub.wechat.WeChatAccounts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

/** Takes callbacks that another implementation of WeChat's message crypto made, and no others. */
class IndependentCryptoTest {

  private static final String TOKEN = "sandboxtoken";
  private static final String KEY = "sandboxsandboxsandboxsandboxsandboxsandbox0";
  private static final String APP_ID = "wx77e672d6d34a4bed";
  private static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");
  private static final String TIME = String.valueOf(NOW.getEpochSecond());
  private static final String NONCE = "1514711492";
  private static final String XML =
      "<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName>oABCD</FromUserName>"
          + "<CreateTime>1667805847</CreateTime><MsgType>event</MsgType>"
          + "<Event>open_product_order_cancel</Event><order_info><order_id>123</order_id>"
          + "<out_order_id>订单1</out_order_id></order_info></xml>";
  private static final String JSON =
      "{\"ToUserName\":\"gh_1\",\"FromUserName\":\"oABCD\",\"CreateTime\":1667805847,"
          + "\"MsgType\":\"event\",\"Event\":\"open_product_order_cancel\","
          + "\"order_info\":{\"order_id\":123,\"out_order_id\":\"订单1\"}}";

  private static final CallbackProperties PROPERTIES =
      new CallbackProperties(Duration.ofHours(1), DataSize.ofMegabytes(1), "");

  private static final WeChatAccounts ACCOUNTS =
      new WeChatAccounts(
          Map.of(
              "main",
              new WeChatAccount(APP_ID, "s", TOKEN, KEY, "https://wechat", Shipping.COMPONENT)));

  private final MessageBody bodies = new MessageBody(PROPERTIES);
  private final CallbackDesk desk =
      new CallbackDesk(ACCOUNTS, PROPERTIES, Clock.fixed(NOW, ZoneOffset.UTC));

  /** A callback as it arrives. */
  record Sent(String name, String query, byte[] body) {

    static Sent of(String name, String envelope, String encrypted) {
      String query =
          "signature="
              + SHA1.gen(TOKEN, TIME, NONCE)
              + "&timestamp="
              + TIME
              + "&nonce="
              + NONCE
              + "&msg_signature="
              + SHA1.gen(TOKEN, TIME, NONCE, encrypted);
      return new Sent(name, query, envelope.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Sent> callbacks() {
    WxCryptUtil theirs = new WxCryptUtil(TOKEN, KEY, APP_ID);
    String xml = theirs.encrypt("0123456789abcdef", XML);
    String json = theirs.encrypt("0123456789abcdef", JSON);
    String plainXml = XML.substring("<xml>".length(), XML.length() - "</xml>".length());
    return List.of(
        Sent.of(
            "safe mode, XML",
            "<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA["
                + xml
                + "]]></Encrypt></xml>",
            xml),
        Sent.of("safe mode, JSON", "{\"ToUserName\":\"gh_1\",\"Encrypt\":\"" + json + "\"}", json),
        Sent.of(
            "compatible mode, XML",
            "<xml>" + plainXml + "<Encrypt><![CDATA[" + xml + "]]></Encrypt></xml>",
            xml),
        Sent.of(
            "compatible mode, JSON",
            JSON.substring(0, JSON.length() - 1) + ",\"Encrypt\":\"" + json + "\"}",
            json));
  }

  private InboundEvent read(String query, byte[] body) {
    Query parsed = Query.of(query);
    desk.admit("main", parsed);
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setContent(body);
    return desk.read("main", parsed, bodies.read(request)).event();
  }

  private boolean accepts(String query, byte[] body) {
    try {
      read(query, body);
      return true;
    } catch (RefusedCallback refused) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("callbacks")
  void acceptsACallbackOfAnotherImplementation(Sent sent) {
    InboundEvent event = read(sent.query, sent.body);

    assertThat(event.event()).isEqualTo("open_product_order_cancel");
    assertThat(event.fromUser()).isEqualTo("oABCD");
    assertThat(String.valueOf(event.message().get("order_info"))).contains("out_order_id=订单1");
  }

  @Test
  void acceptsTheEnvelopeAnotherImplementationWrites() {
    String envelope = new WxCryptUtil(TOKEN, KEY, APP_ID).encrypt(XML);
    Map<String, Object> fields = new MessageParser().parse(envelope);
    Query query =
        new Query(
            null,
            (String) fields.get("MsgSignature"),
            (String) fields.get("TimeStamp"),
            (String) fields.get("Nonce"),
            "");
    CallbackDesk now = new CallbackDesk(ACCOUNTS, PROPERTIES, Clock.systemUTC());

    now.admit("main", query);

    assertThat(now.read("main", query, envelope).event().fromUser()).isEqualTo("oABCD");
  }

  @ParameterizedTest
  @MethodSource("callbacks")
  void refusesItWithAnyByteOfTheBodyChanged(Sent sent) {
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < sent.body.length; i++) {
      for (int flip : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 255}) {
        byte[] changed = sent.body.clone();
        changed[i] ^= (byte) flip;
        if (accepts(sent.query, changed)) {
          taken.add("byte " + i + ": " + new String(changed, StandardCharsets.UTF_8));
        }
      }
    }

    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("callbacks")
  void refusesItWithAByteMissingOrAdded(Sent sent) {
    for (int i = 0; i < sent.body.length; i++) {
      byte[] shorter = new byte[sent.body.length - 1];
      System.arraycopy(sent.body, 0, shorter, 0, i);
      System.arraycopy(sent.body, i + 1, shorter, i, shorter.length - i);

      assertThat(accepts(sent.query, shorter)).as("without byte %d", i).isFalse();
    }
    byte[] longer =
        (new String(sent.body, StandardCharsets.UTF_8) + "x").getBytes(StandardCharsets.UTF_8);
    assertThat(accepts(sent.query, longer)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("callbacks")
  void refusesItWithAnyByteOfTheSignedParametersChanged(Sent sent) {
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < sent.query.length(); i++) {
      for (char other = ' '; other < 127; other++) {
        String changed = sent.query.substring(0, i) + other + sent.query.substring(i + 1);
        if (other != sent.query.charAt(i) && accepts(changed, sent.body)) {
          taken.add(changed);
        }
      }
    }

    // Without the plain signature the message's own still covers everything.
    assertThat(taken)
        .allMatch(query -> !query.contains("&signature=") && !query.startsWith("signature="));
  }
}
