package com.wechaterp.hub.work;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets the work on keys stand back while somebody waits who has little patience, such as WeChat for
 * the answer to a callback or a buyer; the keys have more of it.
 */
public final class WorkBrake {

  private static final Duration LONGEST = Duration.ofMillis(250);

  private final long longestNanos;
  private int callers;

  /** Creates a brake that holds a key for a quarter of a second at most. */
  public WorkBrake() {
    this(LONGEST);
  }

  WorkBrake(Duration longest) {
    this.longestNanos = longest.toNanos();
  }

  /** Does what a caller waits for; it is short, and waits for nobody who may stand back. */
  public <T> T first(Supplier<T> work) {
    enter();
    try {
      return work.get();
    } finally {
      leave();
    }
  }

  private synchronized void enter() {
    callers++;
  }

  private synchronized void leave() {
    callers--;
    if (callers == 0) {
      notifyAll();
    }
  }

  /** Returns when nobody waits, or after the longest time, so that no key waits for ever. */
  synchronized void standBack() {
    long end = System.nanoTime() + longestNanos;
    long left = longestNanos;
    try {
      while (callers > 0 && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = end - System.nanoTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
