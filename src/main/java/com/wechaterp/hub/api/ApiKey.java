package com.wechaterp.hub.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A key that opens the API.
 *
 * @param key the key itself, which is never shown
 * @param scopes what it opens; without any it opens everything
 */
public record ApiKey(@DefaultValue("") String key, @DefaultValue Set<Scope> scopes) {

  public ApiKey {
    scopes = Set.copyOf(scopes);
  }

  /** Returns a key that opens everything, for settings that give nothing but the key. */
  public static ApiKey valueOf(String key) {
    return new ApiKey(key, Set.of());
  }

  /** Compares digests of equal length, so that the time taken tells nothing. */
  boolean is(String given) {
    boolean same = MessageDigest.isEqual(digest(given), digest(key));
    return same && !key.isBlank();
  }

  boolean opens(Set<Scope> needed) {
    return scopes.isEmpty()
        || scopes.contains(Scope.ADMIN)
        || needed.stream().anyMatch(scopes::contains);
  }

  private static byte[] digest(String text) {
    return DigestUtils.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "ApiKey[***, " + scopes + "]";
  }
}
