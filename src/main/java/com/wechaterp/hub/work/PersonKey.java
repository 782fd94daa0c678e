package com.wechaterp.hub.work;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * Makes the key of a person, whose openid must not be one: keys are shown in holds, timelines, logs
 * and dead letters. The same person always has the same key, and nobody can tell who it is.
 */
public final class PersonKey {

  private static final String PREFIX = "person:";
  private static final int LENGTH = 32;

  private PersonKey() {}

  /** Returns the key of an openid. */
  public static String of(String openid) {
    return PREFIX + DigestUtils.sha256Hex(openid).substring(0, LENGTH);
  }

  /** Returns whether a key was made here. */
  public static boolean isOne(String key) {
    return key.startsWith(PREFIX);
  }
}
