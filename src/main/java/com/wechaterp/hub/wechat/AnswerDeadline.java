package com.wechaterp.hub.wechat;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Breaks off an exchange with WeChat that is not over in time. The timeouts of the HTTP client
 * count per read, so a byte now and then would keep it open for ever.
 */
final class AnswerDeadline {

  private static final String WATCH = "AnswerWatch";

  private final Duration length;
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "wechat-deadline");
            thread.setDaemon(true);
            return thread;
          });

  AnswerDeadline(Duration length) {
    this.length = length;
    timer.setRemoveOnCancelPolicy(true);
  }

  Duration length() {
    return length;
  }

  /** Watches an exchange until it is closed. */
  Watch watch(Exchange exchange) {
    Watch watch = new Watch();
    exchange.setProperty(WATCH, watch);
    return watch;
  }

  /** Tells the watch of an exchange what to break off. */
  static void guard(Exchange exchange, Cancellable request) {
    Watch watch = exchange.getProperty(WATCH, Watch.class);
    if (watch != null) {
      watch.guard(request);
    }
  }

  /** Watches one exchange. */
  final class Watch implements AutoCloseable {

    private final ScheduledFuture<?> alarm =
        timer.schedule(this::ring, length.toMillis(), TimeUnit.MILLISECONDS);
    private @Nullable Cancellable request;
    private boolean over;

    private synchronized void guard(Cancellable guarded) {
      request = guarded;
      if (over) {
        guarded.cancel();
      }
    }

    private synchronized void ring() {
      over = true;
      if (request != null) {
        request.cancel();
      }
    }

    /** Returns whether the exchange was broken off. */
    synchronized boolean isOver() {
      return over;
    }

    @Override
    public void close() {
      alarm.cancel(false);
    }
  }
}
