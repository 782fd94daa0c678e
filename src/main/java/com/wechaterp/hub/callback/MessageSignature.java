package com.wechaterp.hub.callback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The signature of WeChat's message push: SHA-1 over the sorted parts (消息推送). */
public final class MessageSignature {

  private MessageSignature() {}

  /** Returns the signature of the parts, in hexadecimal. */
  public static String of(String... parts) {
    String[] sorted = parts.clone();
    Arrays.sort(sorted);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1")
              .digest(String.join("", sorted).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns whether a signature is right, taking the same time wherever it differs. */
  public static boolean matches(String signature, String... parts) {
    return MessageDigest.isEqual(
        of(parts).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
  }
}
