package com.wechaterp.hub.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where windows begin and end.
 *
 * @param overlap how far a window reaches back into the one before
 * @param longest how far one window goes on at most
 * @param settle how long what has just happened is left to events and to work under way
 */
record Windows(Duration overlap, Duration longest, Duration settle) {

  /**
   * Returns the next window, empty if all has been compared.
   *
   * @param lastEnd where the last one ended; null if there was none
   */
  Optional<Window> next(@Nullable Instant lastEnd, Instant now) {
    Instant latest = now.minus(settle);
    if (lastEnd == null) {
      return Optional.of(new Window(latest.minus(overlap), latest));
    }
    if (!lastEnd.plusSeconds(1).isBefore(latest)) {
      return Optional.empty();
    }
    Instant end = lastEnd.plus(longest);
    return Optional.of(new Window(lastEnd.minus(overlap), end.isBefore(latest) ? end : latest));
  }

  /** Returns the window somebody asks for; what is not named is filled in. */
  Window asked(@Nullable Instant from, @Nullable Instant to, Instant now) {
    Instant end = to == null ? now : to;
    return new Window(from == null ? end.minus(overlap) : from, end);
  }
}
