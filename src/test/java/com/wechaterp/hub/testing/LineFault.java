package com.wechaterp.hub.testing;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What is wrong with one direction of a line now. */
final class LineFault {

  private enum Kind {
    NONE,
    FROZEN,
    TRICKLING,
    DELAYING,
    LOSING
  }

  private Kind kind = Kind.NONE;
  private Duration pause = Duration.ZERO;

  void none() {
    become(Kind.NONE, Duration.ZERO);
  }

  void freeze() {
    become(Kind.FROZEN, Duration.ZERO);
  }

  void trickle(Duration between) {
    become(Kind.TRICKLING, between);
  }

  void delay(Duration before) {
    become(Kind.DELAYING, before);
  }

  void lose() {
    become(Kind.LOSING, Duration.ZERO);
  }

  synchronized boolean losing() {
    return kind == Kind.LOSING;
  }

  /** Returns how many of the bytes at hand may go at once. */
  synchronized int share(int bytes) {
    return kind == Kind.TRICKLING ? 1 : bytes;
  }

  /**
   * Waits before something may go on.
   *
   * @param forgotten whether this connection is silent for good
   * @param closed whether there is nothing to wait for any more
   */
  synchronized void await(BooleanSupplier forgotten, BooleanSupplier closed)
      throws InterruptedException {
    long end = System.nanoTime() + pause.toNanos();
    while (!closed.getAsBoolean()) {
      long left = end - System.nanoTime();
      if (kind == Kind.FROZEN || forgotten.getAsBoolean()) {
        wait(200);
      } else if ((kind == Kind.TRICKLING || kind == Kind.DELAYING) && left > 0) {
        wait(left / 1_000_000 + 1);
      } else {
        return;
      }
    }
  }

  private synchronized void become(Kind next, Duration duration) {
    kind = next;
    pause = duration;
    notifyAll();
  }
}
