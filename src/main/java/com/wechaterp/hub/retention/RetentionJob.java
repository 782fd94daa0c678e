package com.wechaterp.hub.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Goes through all tables once an hour, in steps of a few seconds, so that other work of the
 * schedule and of the database never waits for it.
 */
class RetentionJob {

  private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration STEP = Duration.ofSeconds(2);

  private final List<Retention> all;
  private final Clock clock;
  private final Deque<Retention> left = new ArrayDeque<>();
  private Instant next = Instant.MIN;

  RetentionJob(List<Retention> all, Clock clock) {
    this.all = all;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 300_000, fixedDelay = 20_000)
  void step() {
    Instant now = clock.instant();
    if (left.isEmpty() && !now.isBefore(next)) {
      left.addAll(all);
      next = now.plus(EVERY);
    }
    long end = System.nanoTime() + STEP.toNanos();
    while (!left.isEmpty() && System.nanoTime() < end) {
      if (!forgetSome(left.element(), now)) {
        left.remove();
      }
    }
  }

  /** What fails in one table must not keep the others from being cleared. */
  private static boolean forgetSome(Retention retention, Instant now) {
    try {
      return retention.forgetSome(now);
    } catch (RuntimeException e) {
      LOG.warn(
          "Old rows of {} could not be deleted; the hub tries again in an hour: {}",
          retention.table(),
          e.getMessage());
      return false;
    }
  }
}
