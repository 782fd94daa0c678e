package com.wechaterp.hub.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The latest comparisons with one far side; the middle one counts, so that a stray time does not.
 */
final class ClockSamples {

  private static final int KEPT = 5;

  /** Times on answers are cut to the second (RFC 9110, 6.6.1). */
  private static final Duration CUT = Duration.ofSeconds(1);

  /** An answer that took longer may have got its time anywhere in between. */
  private static final Duration SLOW = Duration.ofSeconds(5);

  private final String source;
  private final Deque<Duration> latest = new ArrayDeque<>();

  ClockSamples(String source) {
    this.source = source;
  }

  /**
   * Takes in the time on an answer.
   *
   * @return how the clocks stand, by this answer and those before it
   */
  synchronized ClockComparison add(Instant theirs, Instant sent, Instant received) {
    if (Duration.between(sent, received).compareTo(SLOW) <= 0) {
      if (latest.size() == KEPT) {
        latest.removeFirst();
      }
      latest.addLast(ahead(theirs, sent, received));
    }
    List<Duration> sorted = latest.stream().sorted().toList();
    Duration middle = sorted.isEmpty() ? Duration.ZERO : sorted.get((sorted.size() - 1) / 2);
    return new ClockComparison(source, middle, received);
  }

  /** The truth lies between two bounds: zero if it may be zero, else the middle of them. */
  private static Duration ahead(Instant theirs, Instant sent, Instant received) {
    Duration least = Duration.between(theirs.plus(CUT), sent);
    Duration most = Duration.between(theirs, received);
    boolean mayBeRight = least.compareTo(Duration.ZERO) <= 0 && !most.isNegative();
    return mayBeRight ? Duration.ZERO : least.plus(most).dividedBy(2);
  }
}
