package com.wechaterp.hub.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;

/** Names who calls, without telling the key. */
final class Caller {

  /** The request attribute in which the key's own name stands, if it has one. */
  static final String NAME = "hub.api.caller";

  private static final int SHOWN = 8;

  private Caller() {}

  /** Returns the name of the caller's API key, or a digest of it; {@code rehearsal} without one. */
  static String of(HttpServletRequest request) {
    Object name = request.getAttribute(NAME);
    if (name != null) {
      return name.toString();
    }
    String key =
        Objects.requireNonNullElse(
            request.getHeader("X-API-Key"),
            Objects.requireNonNullElse(request.getHeader("Authorization"), ""));
    return key.isEmpty() ? "rehearsal" : "key-" + DigestUtils.sha256Hex(key).substring(0, SHOWN);
  }
}
