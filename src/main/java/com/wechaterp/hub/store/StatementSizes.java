package com.wechaterp.hub.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many rows a statement takes at once: few sizes, so that the database meets few different
 * statements and need not parse each anew.
 */
public final class StatementSizes {

  private static final int[] SIZES = {1, 4, 16, 64, 256};

  private StatementSizes() {}

  /** Returns one value or more, filled up to the next size by repeating one; many as they are. */
  public static List<String> filled(List<String> values) {
    List<String> filled = new ArrayList<>(values);
    int size = IntStream.of(SIZES).filter(one -> one >= values.size()).findFirst().orElse(0);
    while (filled.size() < size) {
      filled.add(values.get(0));
    }
    return filled;
  }

  /** Returns values in parts, the largest first, in the order they have. */
  public static List<List<String>> parts(List<String> values) {
    List<List<String>> parts = new ArrayList<>();
    int from = 0;
    for (int i = SIZES.length - 1; i >= 0; i--) {
      for (; values.size() - from >= SIZES[i]; from += SIZES[i]) {
        parts.add(values.subList(from, from + SIZES[i]));
      }
    }
    return parts;
  }
}
