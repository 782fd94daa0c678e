package com.wechaterp.hub.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does again what failed only because somebody else was at the same rows. */
final class Repetition {

  private static final Logger LOG = LoggerFactory.getLogger(Repetition.class);
  private static final int TRIES = 6;
  private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();
  private static final long FIRST_PAUSE_MILLIS = 10;

  private Repetition() {}

  /**
   * Runs work until nobody else is in its way, six times at most, and no more after 20 seconds.
   *
   * @param work what leaves nothing behind when it fails
   */
  static <T extends @Nullable Object> T of(Supplier<T> work) {
    long begun = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        boolean patient = attempt < TRIES && System.nanoTime() - begun < PATIENCE_NANOS;
        if (!patient || !Contention.isCauseOf(e)) {
          throw e;
        }
        LOG.debug("Another transaction was at the same rows; try {}", attempt + 1, e);
        pause(attempt);
      }
    }
  }

  /** Each waits for another time, so that they do not meet again. */
  private static void pause(int attempt) {
    long most = FIRST_PAUSE_MILLIS << attempt;
    LockSupport.parkNanos(
        TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, most)));
  }
}
