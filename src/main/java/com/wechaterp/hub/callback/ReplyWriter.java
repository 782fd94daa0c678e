package com.wechaterp.hub.callback;

import com.wechaterp.hub.callback.Message.Format;
import com.wechaterp.hub.callback.Message.Mode;
import com.wechaterp.hub.inbox.EventAnswer;
import com.wechaterp.hub.wechat.WeChatAccount;
import com.wechaterp.hub.wechat.WeChatAccounts;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Writes an answer in the format its message came in, and encrypted if that was (消息推送). */
class ReplyWriter {

  private static final MediaType XML = MediaType.parseMediaType("text/xml;charset=UTF-8");
  private static final MediaType JSON = MediaType.parseMediaType("application/json;charset=UTF-8");

  private final WeChatAccounts accounts;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  ReplyWriter(WeChatAccounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  ResponseEntity<String> write(EventAnswer answer, Message message) {
    Format format = answer.form() == EventAnswer.Form.JSON ? Format.JSON : message.format();
    String text = text(answer.document(), format);
    if (message.mode() == Mode.ENCRYPTED) {
      format = message.format();
      text = text(envelope(accounts.require(message.event().account()), text), format);
    }
    return ResponseEntity.ok().contentType(format == Format.JSON ? JSON : XML).body(text);
  }

  private Map<String, Object> envelope(WeChatAccount account, String text) {
    String encrypted = new MessageCipher(account.encodingAesKey(), account.appId()).encrypt(text);
    long now = clock.instant().getEpochSecond();
    String nonce = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("Encrypt", encrypted);
    envelope.put(
        "MsgSignature",
        MessageSignature.of(account.token(), String.valueOf(now), nonce, encrypted));
    envelope.put("TimeStamp", now);
    envelope.put("Nonce", nonce);
    return envelope;
  }

  private String text(Map<String, Object> document, Format format) {
    if (format == Format.JSON) {
      return json.writeValueAsString(document);
    }
    StringBuilder xml = new StringBuilder("<xml>");
    document.forEach((name, value) -> element(xml, name, value));
    return xml.append("</xml>").toString();
  }

  private static void element(StringBuilder xml, String name, Object value) {
    xml.append('<').append(name).append('>');
    if (value instanceof Number) {
      xml.append(value);
    } else {
      String safe = String.valueOf(value).replace("]]>", "]]]]><![CDATA[>");
      xml.append("<![CDATA[").append(safe).append("]]>");
    }
    xml.append("</").append(name).append('>');
  }
}
