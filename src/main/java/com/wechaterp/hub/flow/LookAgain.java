package com.wechaterp.hub.flow;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When to look again at what only WeChat or time can mend: the longer it waits, the rarer, since
 * each look doubles its age.
 */
public final class LookAgain {

  private static final Duration SOONEST = Duration.ofMinutes(1);
  private static final Duration LATEST = Duration.ofDays(1);
  private static final Duration AGE_UNKNOWN = Duration.ofHours(1);

  private LookAgain() {}

  /** Returns the next time to look, between a minute and a day from now. */
  public static Instant at(@Nullable Instant since, Instant now) {
    Duration age = since == null ? AGE_UNKNOWN : Duration.between(since, now);
    if (age.compareTo(SOONEST) < 0) {
      return now.plus(SOONEST);
    }
    return now.plus(age.compareTo(LATEST) > 0 ? LATEST : age);
  }
}
