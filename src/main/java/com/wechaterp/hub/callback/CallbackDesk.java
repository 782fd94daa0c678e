package com.wechaterp.hub.callback;

import com.wechaterp.hub.inbox.InboundEvent;
import com.wechaterp.hub.wechat.WeChatAccount;
import com.wechaterp.hub.wechat.WeChatAccounts;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Decides whether a message comes from WeChat and is meant for us, and reads it. */
class CallbackDesk {

  private final WeChatAccounts accounts;
  private final CallbackProperties properties;
  private final Clock clock;
  private final MessageParser parser = new MessageParser();

  CallbackDesk(WeChatAccounts accounts, CallbackProperties properties, Clock clock) {
    this.accounts = accounts;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * The parameters of the query string.
   *
   * @param signature over token, timestamp and nonce
   * @param messageSignature over the encrypted message too; null in plain mode
   */
  record Query(
      @Nullable String signature,
      @Nullable String messageSignature,
      @Nullable String timestamp,
      @Nullable String nonce) {}

  /** Checks the signature of a URL verification. */
  void verify(String account, Query query) {
    WeChatAccount settings = settings(account);
    requireFresh(query);
    require(query.signature, settings.token(), text(query.timestamp), text(query.nonce));
  }

  /** Checks, decrypts and reads a message. */
  InboundEvent read(String account, Query query, String body) {
    WeChatAccount settings = settings(account);
    requireFresh(query);
    boolean encrypted = !settings.encodingAesKey().isEmpty();
    if (!encrypted || query.signature != null) {
      // Before the body is read: only WeChat may cost us the reading.
      require(query.signature, settings.token(), text(query.timestamp), text(query.nonce));
    }
    Map<String, Object> message = parser.parse(body);
    Object cipherText = message.get("Encrypt");
    if (encrypted) {
      if (cipherText == null) {
        // The plain signature does not cover the body, so with a key a plain body proves nothing.
        throw new RefusedCallback(HttpStatus.BAD_REQUEST, "it should be encrypted but is not");
      }
      message = decrypt(settings, query, String.valueOf(cipherText));
    } else if (cipherText != null && !message.containsKey("Event")) {
      throw new RefusedCallback(
          HttpStatus.FORBIDDEN, "it is encrypted, but the account has no encoding-aes-key");
    }
    return new InboundEvent(
        account,
        text(message.get("Event")),
        text(message.get("FromUserName")),
        text(message.get("CreateTime")),
        message);
  }

  private Map<String, Object> decrypt(WeChatAccount settings, Query query, String encrypted) {
    require(
        query.messageSignature,
        settings.token(),
        text(query.timestamp),
        text(query.nonce),
        encrypted);
    try {
      return parser.parse(
          new MessageCipher(settings.encodingAesKey(), settings.appId()).decrypt(encrypted));
    } catch (IllegalArgumentException e) {
      throw new RefusedCallback(HttpStatus.FORBIDDEN, text(e.getMessage()));
    }
  }

  private WeChatAccount settings(String account) {
    if (!accounts.names().contains(account)) {
      throw new RefusedCallback(HttpStatus.NOT_FOUND, "there is no such account");
    }
    WeChatAccount settings = accounts.require(account);
    if (settings.token().isEmpty()) {
      throw new RefusedCallback(HttpStatus.FORBIDDEN, "the account has no token configured");
    }
    return settings;
  }

  private static void require(@Nullable String signature, String... parts) {
    if (signature == null || !MessageSignature.matches(signature, parts)) {
      throw new RefusedCallback(HttpStatus.FORBIDDEN, "its signature is wrong");
    }
  }

  private void requireFresh(Query query) {
    try {
      long sent = Long.parseLong(text(query.timestamp));
      Duration off = Duration.ofSeconds(Math.abs(clock.instant().getEpochSecond() - sent));
      if (off.compareTo(properties.replayWindow()) > 0) {
        throw new RefusedCallback(HttpStatus.FORBIDDEN, "its timestamp is too far from now");
      }
    } catch (NumberFormatException e) {
      throw new RefusedCallback(HttpStatus.BAD_REQUEST, "it has no timestamp");
    }
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : String.valueOf(value);
  }
}
