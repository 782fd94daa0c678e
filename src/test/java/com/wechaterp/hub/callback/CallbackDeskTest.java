package com.wechaterp.hub.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechaterp.hub.inbox.InboundEvent;
import com.wechaterp.hub.wechat.Shipping;
import com.wechaterp.hub.wechat.WeChatAccount;
import com.wechaterp.hub.wechat.WeChatAccounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

class CallbackDeskTest {

  private static final String TOKEN = "sandboxtoken";
  private static final String KEY = "sandboxsandboxsandboxsandboxsandboxsandbox0";
  private static final String APP_ID = "wx77e672d6d34a4bed";
  private static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");
  private static final String TIME = String.valueOf(NOW.getEpochSecond());
  private static final String XML =
      "<xml><FromUserName>oABCD</FromUserName><CreateTime>1</CreateTime><MsgType>event</MsgType>"
          + "<Event>open_product_spu_audit</Event><OpenProductSpuAudit>"
          + "<out_product_id>spu_123</out_product_id><product_id>38249023</product_id>"
          + "</OpenProductSpuAudit></xml>";

  private final CallbackDesk desk =
      new CallbackDesk(
          new WeChatAccounts(
              Map.of(
                  "main",
                      new WeChatAccount(
                          APP_ID, "s", TOKEN, "", "https://api.weixin.qq.com", Shipping.COMPONENT),
                  "safe",
                      new WeChatAccount(
                          APP_ID,
                          "s",
                          TOKEN,
                          KEY,
                          "https://api.weixin.qq.com",
                          Shipping.COMPONENT))),
          new CallbackProperties(Duration.ofHours(1), DataSize.ofMegabytes(1), ""),
          Clock.fixed(NOW, ZoneOffset.UTC));

  private static Query plain() {
    return new Query(MessageSignature.of(TOKEN, TIME, "n"), null, TIME, "n", "");
  }

  private static Query safe(String encrypted) {
    return new Query(null, MessageSignature.of(TOKEN, TIME, "n", encrypted), TIME, "n", "");
  }

  private static String envelope(String encrypted) {
    return "<xml><ToUserName>gh</ToUserName><Encrypt><![CDATA[" + encrypted + "]]></Encrypt></xml>";
  }

  private InboundEvent read(String account, Query query, String body) {
    desk.admit(account, query);
    return desk.read(account, query, body).event();
  }

  @Test
  void readsAPlainMessage() {
    InboundEvent event = read("main", plain(), XML);

    assertThat(event.event()).isEqualTo("open_product_spu_audit");
    assertThat(event.message().get("OpenProductSpuAudit"))
        .isEqualTo(Map.of("out_product_id", "spu_123", "product_id", "38249023"));
  }

  @Test
  void readsAnEncryptedMessage() {
    String encrypted = new MessageCipher(KEY, APP_ID).encrypt(XML);

    assertThat(read("safe", safe(encrypted), envelope(encrypted)).fromUser()).isEqualTo("oABCD");
  }

  @Test
  void readsJsonWithExactIds() {
    String json =
        "{\"FromUserName\":\"o\",\"CreateTime\":1667805847,\"Event\":\"aftersale_new_order\","
            + "\"aftersale_info\":{\"aftersale_id\":4000000005145200123}}";

    InboundEvent event = read("main", plain(), json);

    assertThat(event.createTime()).isEqualTo("1667805847");
    assertThat(event.message().get("aftersale_info"))
        .isEqualTo(Map.of("aftersale_id", 4000000005145200123L));
  }

  @Test
  void takesRepeatedElementsAsAList() {
    InboundEvent event =
        read("main", plain(), "<xml><Event>e</Event><a><x>1</x></a><a><x>2</x></a></xml>");

    assertThat(event.message().get("a")).isEqualTo(List.of(Map.of("x", "1"), Map.of("x", "2")));
  }

  @Test
  void refusesAnEncryptedMessageWithAnyByteChanged() {
    String encrypted = new MessageCipher(KEY, APP_ID).encrypt(XML);
    Query query = safe(encrypted);
    for (int i = 0; i < encrypted.length(); i += 7) {
      char other = encrypted.charAt(i) == 'A' ? 'B' : 'A';
      String changed = encrypted.substring(0, i) + other + encrypted.substring(i + 1);

      assertThatThrownBy(() -> read("safe", query, envelope(changed)))
          .isInstanceOf(RefusedCallback.class);
    }
  }

  @Test
  void refusesAPlainMessageWhereTheAccountHasAKey() {
    assertThatThrownBy(() -> read("safe", plain(), XML))
        .isInstanceOfSatisfying(
            RefusedCallback.class,
            e -> assertThat(e.refusal().status()).isEqualTo(HttpStatus.BAD_REQUEST));
  }

  @Test
  void refusesAWrongSignature() {
    assertRefused(new Query("0".repeat(40), null, TIME, "n", ""), XML, HttpStatus.FORBIDDEN);
    assertRefused(new Query(null, null, TIME, "n", ""), XML, HttpStatus.FORBIDDEN);
  }

  @Test
  void refusesAnOldTimestamp() {
    String old = String.valueOf(NOW.minus(Duration.ofHours(2)).getEpochSecond());

    assertRefused(
        new Query(MessageSignature.of(TOKEN, old, "n"), null, old, "n", ""),
        XML,
        HttpStatus.FORBIDDEN);
  }

  @Test
  void refusesAnUnknownAccount() {
    assertThatThrownBy(() -> read("other", plain(), XML))
        .isInstanceOfSatisfying(
            RefusedCallback.class,
            e -> assertThat(e.refusal().status()).isEqualTo(HttpStatus.NOT_FOUND));
  }

  @Test
  void readsNoFileThroughAnEntity() {
    String attack =
        "<!DOCTYPE xml [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><xml><Event>&f;</Event></xml>";

    assertThatThrownBy(() -> read("main", plain(), attack)).isInstanceOf(RefusedCallback.class);
  }

  @Test
  void refusesWhatIsNeitherXmlNorJson() {
    assertRefused(plain(), "hello", HttpStatus.BAD_REQUEST);
    assertRefused(plain(), "<xml><a>", HttpStatus.BAD_REQUEST);
    assertRefused(plain(), "{\"a\":", HttpStatus.BAD_REQUEST);
  }

  private void assertRefused(Query query, String body, HttpStatus status) {
    assertThatThrownBy(() -> read("main", query, body))
        .isInstanceOfSatisfying(
            RefusedCallback.class, e -> assertThat(e.refusal().status()).isEqualTo(status));
  }
}
