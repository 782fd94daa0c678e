package com.wechaterp.hub.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * How this node's clock stands to that of a far side.
 *
 * @param source the far side
 * @param ahead how far this node is ahead; negative where it is behind; zero where no difference
 *     can be told, since a far side names whole seconds
 * @param at when it was last compared, by this node's clock
 */
public record ClockComparison(String source, Duration ahead, Instant at) {

  /** More than a clock that is kept right is ever off, and less than does harm. */
  private static final Duration TOLERABLE = Duration.ofSeconds(5);

  /** Returns whether the clock is so far off that a person should set it. */
  public boolean isOff() {
    return ahead.abs().compareTo(TOLERABLE) > 0;
  }
}
