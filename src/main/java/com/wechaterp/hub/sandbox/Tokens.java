package com.wechaterp.hub.sandbox;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives out access tokens by the rules of both token endpoints (WeChat docs, access tokens
 * [接口调用凭据]).
 */
class Tokens {

  private static final Duration LIFE = Duration.ofSeconds(7200);
  private static final Duration OVERLAP = Duration.ofMinutes(5);
  private static final Duration APART = Duration.ofSeconds(30);
  private static final int FORCED_A_DAY = 20;

  private final SandboxClock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();
  private final Map<String, Token> stable = new ConcurrentHashMap<>();
  private final Map<String, List<Instant>> forced = new ConcurrentHashMap<>();

  Tokens(SandboxClock clock) {
    this.clock = clock;
  }

  private static final class Token {
    private final String text;
    private final String appId;
    private Instant expiresAt;

    Token(String text, String appId, Instant expiresAt) {
      this.text = text;
      this.appId = appId;
      this.expiresAt = expiresAt;
    }
  }

  /** A new token at every call; the one before stays usable for five minutes. */
  synchronized Map<String, Object> classic(String appId) {
    tokens.values().stream()
        .filter(token -> token.appId.equals(appId) && stable.get(appId) != token)
        .forEach(token -> endSoon(token));
    return answer(issue(appId));
  }

  /** The same token until five minutes before it expires, unless a refresh is forced. */
  synchronized Map<String, Object> stable(String appId, boolean force) {
    Token held = stable.get(appId);
    boolean fresh = held != null && clock.now().isBefore(held.expiresAt.minus(OVERLAP));
    if (held != null && fresh && !(force && mayForce(appId))) {
      return answer(held);
    }
    if (held != null && force) {
      tokens.remove(held.text);
    }
    Token issued = issue(appId);
    stable.put(appId, issued);
    return answer(issued);
  }

  private boolean mayForce(String appId) {
    List<Instant> uses = forced.computeIfAbsent(appId, id -> new ArrayList<>());
    Instant now = clock.now();
    uses.removeIf(use -> use.isBefore(now.minus(Duration.ofDays(1))));
    boolean may =
        uses.size() < FORCED_A_DAY
            && (uses.isEmpty() || !uses.get(uses.size() - 1).plus(APART).isAfter(now));
    if (may) {
      uses.add(now);
    }
    return may;
  }

  private void endSoon(Token token) {
    Instant end = clock.now().plus(OVERLAP);
    if (token.expiresAt.isAfter(end)) {
      token.expiresAt = end;
    }
  }

  private Token issue(String appId) {
    byte[] bytes = new byte[48];
    random.nextBytes(bytes);
    Token token =
        new Token("SANDBOX_" + HexFormat.of().formatHex(bytes), appId, clock.now().plus(LIFE));
    tokens.put(token.text, token);
    return token;
  }

  private Map<String, Object> answer(Token token) {
    long life = Duration.between(clock.now(), token.expiresAt).toSeconds();
    return Fields.of("access_token", token.text, "expires_in", life);
  }

  /** Returns the AppID of a token, or answers with WeChat's own code. */
  String appId(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      throw new SandboxError(41001, "access_token missing");
    }
    Token token = tokens.get(text);
    if (token == null) {
      throw new SandboxError(40001, "invalid credential, access_token is invalid or not latest");
    }
    if (clock.now().isAfter(token.expiresAt)) {
      throw new SandboxError(42001, "access_token expired");
    }
    return token.appId;
  }

  void expireAll() {
    tokens.values().forEach(token -> token.expiresAt = clock.now().minusSeconds(1));
    stable.clear();
  }
}
