package com.wechaterp.hub.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds what somebody probably meant. */
public final class Nearest {

  private static final int MOST = 3;

  private Nearest() {}

  /** Returns the candidates most like a mistyped word, nearest first, at most three. */
  public static List<String> of(String typed, Collection<String> candidates) {
    int farthest = Math.max(2, typed.length() / 3);
    return candidates.stream()
        .map(candidate -> new Scored(candidate, distance(typed, candidate)))
        .filter(scored -> scored.distance <= farthest)
        .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::candidate))
        .limit(MOST)
        .map(Scored::candidate)
        .toList();
  }

  /** Returns whether a word is another one with at most two letters wrong. */
  public static boolean isSlip(String typed, String meant) {
    return !typed.equals(meant) && distance(typed, meant) <= 2;
  }

  private record Scored(String candidate, int distance) {}

  /** Returns how many characters must be inserted, removed or replaced. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
