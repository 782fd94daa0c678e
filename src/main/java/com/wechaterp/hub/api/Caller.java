package com.wechaterp.hub.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;

/** Names who calls, without telling the key. */
final class Caller {

  /** The request attribute in which the key's own name stands, if it has one. */
  static final String NAME = "hub.api.caller";

  private static final String BEARER = "Bearer ";
  private static final int SHOWN = 8;

  private Caller() {}

  /** Returns the name of the caller's API key, or a digest of it; {@code rehearsal} without one. */
  static String of(HttpServletRequest request) {
    Object name = request.getAttribute(NAME);
    if (name != null) {
      return name.toString();
    }
    String key = key(request);
    return key.isEmpty() ? "rehearsal" : "key-" + DigestUtils.sha256Hex(key).substring(0, SHOWN);
  }

  /** Returns the key that was given, whichever header it came in; empty without one. */
  static String key(HttpServletRequest request) {
    String key = request.getHeader("X-API-Key");
    if (key != null) {
      return key;
    }
    String authorization = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
    return authorization.startsWith(BEARER) ? authorization.substring(BEARER.length()) : "";
  }
}
