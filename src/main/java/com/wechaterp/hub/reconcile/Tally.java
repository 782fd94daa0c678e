package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what one reconciliation finds. */
final class Tally {

  /** A report keeps so many differences; a window with more is counted to the end. */
  static final int MOST = 500;

  private final String account;
  private final Subject subject;
  private final Window window;
  private final Instant startedAt;
  private final List<Difference> shown = new ArrayList<>();
  private long compared;
  private long differences;
  private long queued;
  private long waiting;

  Tally(String account, Subject subject, Window window, Instant startedAt) {
    this.account = account;
    this.subject = subject;
    this.window = window;
    this.startedAt = startedAt;
  }

  /** Counts one more thing and returns how many there are. */
  long compared() {
    return ++compared;
  }

  void add(Difference difference) {
    differences++;
    if (difference.work().equals(OnWorkList.QUEUED)) {
      queued++;
    } else if (!difference.work().equals(OnWorkList.NO)) {
      waiting++;
    }
    if (shown.size() < MOST) {
      shown.add(difference);
    }
  }

  Report report(Instant endedAt, @Nullable Problem failure) {
    return new Report(
        account,
        subject,
        window,
        startedAt,
        endedAt,
        compared,
        differences,
        queued,
        waiting,
        failure,
        shown);
  }
}
