package com.wechaterp.hub.erp.change;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Folds the values of a document's rows, in order, into 64 bits. */
public final class RowFold {

  private static final long PRIME = 0x9E3779B97F4A7C15L;
  private static final long NULL = 0x5851F42D4C957F2DL;

  private long state = PRIME;

  /** Adds the next value; a null differs from every text, and the place of a value counts. */
  public RowFold add(@Nullable String value) {
    state = mix(state * PRIME + (value == null ? NULL : hash(value)));
    return this;
  }

  /** Returns the fold of everything added so far. */
  public long hash() {
    return state;
  }

  static long hash(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long hash = bytes.length;
    for (byte each : bytes) {
      hash = (hash ^ (each & 0xff)) * PRIME;
      hash ^= hash >>> 29;
    }
    return mix(hash);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
