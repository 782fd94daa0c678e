package com.wechaterp.hub.callback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;

/** The signature of WeChat's message push: SHA-1 over the sorted parts (消息推送). */
public final class MessageSignature {

  private MessageSignature() {}

  /** Returns the signature of the parts, in hexadecimal. */
  public static String of(String... parts) {
    String[] sorted = parts.clone();
    Arrays.sort(sorted);
    return DigestUtils.sha1Hex(String.join("", sorted));
  }

  /** Returns whether a signature is right, taking the same time wherever it differs. */
  public static boolean matches(String signature, String... parts) {
    return MessageDigest.isEqual(
        of(parts).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
  }
}
