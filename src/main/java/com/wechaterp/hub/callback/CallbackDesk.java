package com.wechaterp.hub.callback;

import com.wechaterp.hub.inbox.InboundEvent;
import com.wechaterp.hub.wechat.WeChatAccount;
import com.wechaterp.hub.wechat.WeChatAccounts;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Decides whether a message comes from WeChat and is meant for us, and reads it. */
class CallbackDesk {

  private static final String ENCRYPT = "Encrypt";

  private final WeChatAccounts accounts;
  private final CallbackProperties properties;
  private final Clock clock;
  private final MessageParser parser = new MessageParser();
  private final Map<String, MessageCipher> ciphers = new ConcurrentHashMap<>();

  CallbackDesk(WeChatAccounts accounts, CallbackProperties properties, Clock clock) {
    this.accounts = accounts;
    this.properties = properties;
    this.clock = clock;
  }

  /** Checks the signature of a URL verification. */
  void verify(String account, Query query) {
    WeChatAccount settings = settings(account);
    requireFresh(query);
    requireSigned(query.signature(), settings, query);
  }

  /** Checks what can be checked before a message's body is read: only WeChat may cost us that. */
  void admit(String account, Query query) {
    WeChatAccount settings = settings(account);
    requireFresh(query);
    if (settings.encodingAesKey().isEmpty() || query.signature() != null) {
      requireSigned(query.signature(), settings, query);
    } else if (query.messageSignature() == null) {
      throw new RefusedCallback(Refusal.WRONG_SIGNATURE);
    }
  }

  /** Checks, decrypts and reads an admitted message. */
  Message read(String account, Query query, String body) {
    WeChatAccount settings = settings(account);
    Message.Format format = Message.Format.of(body);
    Map<String, Object> envelope = parser.parse(body);
    Object encrypted = envelope.get(ENCRYPT);
    if (settings.encodingAesKey().isEmpty()) {
      Map<String, Object> message = plain(envelope);
      return new Message(InboundEvent.of(account, message), format, Message.Mode.PLAIN);
    }
    if (!(encrypted instanceof String text)) {
      // The plain signature does not cover the body, so with a key a plain body proves nothing.
      throw new RefusedCallback(Refusal.NOT_ENCRYPTED);
    }
    Map<String, Object> message = decrypt(account, settings, query, text);
    requireUnaltered(envelope, message, query);
    return new Message(InboundEvent.of(account, message), format, Message.Mode.ENCRYPTED);
  }

  /** Without a key, the plain part of a message in compatible mode is read. */
  private static Map<String, Object> plain(Map<String, Object> envelope) {
    boolean encrypted = envelope.remove(ENCRYPT) != null;
    if (encrypted && !envelope.containsKey("MsgType")) {
      throw new RefusedCallback(Refusal.NO_KEY);
    }
    return envelope;
  }

  private Map<String, Object> decrypt(
      String account, WeChatAccount settings, Query query, String encrypted) {
    requireSigned(query.messageSignature(), settings, query, encrypted);
    try {
      return parser.parse(
          ciphers
              .computeIfAbsent(
                  account, name -> new MessageCipher(settings.encodingAesKey(), settings.appId()))
              .decrypt(encrypted));
    } catch (MessageCipher.OtherAppException e) {
      throw new RefusedCallback(Refusal.OTHER_APP);
    } catch (IllegalArgumentException e) {
      throw new RefusedCallback(Refusal.WRONG_KEY);
    }
  }

  /**
   * Nothing signs what stands beside the encrypted part, so it must say the same: the plain part in
   * compatible mode, the receiver in safe mode.
   */
  private static void requireUnaltered(
      Map<String, Object> envelope, Map<String, Object> message, Query query) {
    envelope.forEach(
        (name, value) -> {
          Object expected =
              switch (name) {
                case ENCRYPT -> value;
                case "MsgSignature" -> query.messageSignature();
                case "TimeStamp" -> query.timestamp();
                case "Nonce" -> query.nonce();
                case "ToUserName" -> message.getOrDefault(name, value);
                default -> message.get(name);
              };
          boolean same = value.equals(expected) || String.valueOf(value).equals(expected);
          if (!same) {
            throw new RefusedCallback(Refusal.ALTERED);
          }
        });
  }

  /** Returns whether messages may come for an account, so that its name may be shown. */
  boolean knows(String account) {
    return accounts.names().contains(account);
  }

  private WeChatAccount settings(String account) {
    if (!knows(account)) {
      throw new RefusedCallback(Refusal.UNKNOWN_ACCOUNT);
    }
    WeChatAccount settings = accounts.require(account);
    if (settings.token().isEmpty()) {
      throw new RefusedCallback(Refusal.NO_TOKEN);
    }
    return settings;
  }

  private static void requireSigned(
      @Nullable String signature, WeChatAccount settings, Query query, String... more) {
    String[] parts = new String[3 + more.length];
    parts[0] = settings.token();
    parts[1] = query.timestamp();
    parts[2] = query.nonce();
    System.arraycopy(more, 0, parts, 3, more.length);
    if (signature == null || !MessageSignature.matches(signature, parts)) {
      throw new RefusedCallback(Refusal.WRONG_SIGNATURE);
    }
  }

  private void requireFresh(Query query) {
    try {
      long sent = Long.parseLong(query.timestamp());
      long off = Math.abs(Math.subtractExact(clock.instant().getEpochSecond(), sent));
      if (Duration.ofSeconds(off).compareTo(properties.replayWindow()) > 0) {
        throw new RefusedCallback(Refusal.STALE);
      }
    } catch (NumberFormatException e) {
      throw new RefusedCallback(Refusal.NO_TIMESTAMP);
    } catch (ArithmeticException e) {
      throw new RefusedCallback(Refusal.STALE);
    }
  }
}
