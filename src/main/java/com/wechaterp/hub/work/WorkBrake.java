package com.wechaterp.hub.work;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets the work on keys stand back a moment while many callers wait who have little patience; the
 * keys have more of it.
 */
public final class WorkBrake {

  private static final int FEW = 8;
  private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private int callers;

  /** Does what a caller waits for. */
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
    if (callers == FEW) {
      notifyAll();
    }
  }

  /**
   * Returns when few callers wait, or after a quarter of a second, so that no key waits for ever.
   */
  synchronized void standBack() {
    long end = System.nanoTime() + LONGEST_NANOS;
    long left = LONGEST_NANOS;
    try {
      while (callers > FEW && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = end - System.nanoTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
