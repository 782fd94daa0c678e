package com.wechaterp.hub.callback;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters WeChat signs, taken from the query string alone, because a body is not there to
 * add to them.
 *
 * @param signature over token, timestamp and nonce
 * @param messageSignature over the encrypted message too; null in plain mode
 * @param echo what a verification wants to see again
 */
record Query(
    @Nullable String signature,
    @Nullable String messageSignature,
    String timestamp,
    String nonce,
    String echo) {

  /**
   * Reads a query string.
   *
   * @throws RefusedCallback if it is none, or names a parameter twice
   */
  static Query of(@Nullable String queryString) {
    Map<String, String> values = new HashMap<>();
    for (String part : (queryString == null ? "" : queryString).split("&")) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      if (values.put(name, decoded(part.substring(equals < 0 ? part.length() : equals + 1)))
          != null) {
        throw new RefusedCallback(Refusal.MALFORMED);
      }
    }
    return new Query(
        values.get("signature"),
        values.get("msg_signature"),
        values.getOrDefault("timestamp", ""),
        values.getOrDefault("nonce", ""),
        values.getOrDefault("echostr", ""));
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new RefusedCallback(Refusal.MALFORMED);
    }
  }
}
