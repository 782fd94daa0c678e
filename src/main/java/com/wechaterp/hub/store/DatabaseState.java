package com.wechaterp.hub.store;

import com.wechaterp.hub.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What is known of the hub's database; whoever asks does not wait. */
public final class DatabaseState {

  private final Clock clock;
  private final Semaphore doubts = new Semaphore(0);
  private volatile @Nullable DatabaseOutage outage;
  private volatile Instant committed;

  DatabaseState(Clock clock) {
    this.clock = clock;
    this.committed = clock.instant();
  }

  /** Returns the outage, empty as long as the database commits. */
  public Optional<DatabaseOutage> outage() {
    return Optional.ofNullable(outage);
  }

  /** Returns when a commit was seen last. */
  public Instant committed() {
    return committed;
  }

  /** Returns the outage a failure comes from, empty if it says nothing of one. */
  public Optional<Problem> explain(Throwable failure) {
    doubt();
    return outage()
        .or(
            () ->
                StoreFailures.isClosed(failure)
                    ? Optional.of(DatabaseOutage.of(clock.instant(), failure))
                    : Optional.empty())
        .map(DatabaseOutage::problem);
  }

  /** Lets somebody look at once, because something failed. */
  void doubt() {
    if (doubts.availablePermits() == 0) {
      doubts.release();
    }
  }

  /** Waits for a doubt, but not longer than the given time. */
  void awaitDoubt(long millis) throws InterruptedException {
    doubts.tryAcquire(millis, TimeUnit.MILLISECONDS);
    doubts.drainPermits();
  }

  /** Notes that a commit was seen; returns the outage that it ends, null if there was none. */
  @Nullable DatabaseOutage works() {
    DatabaseOutage ended = outage;
    committed = clock.instant();
    outage = null;
    return ended;
  }

  /**
   * Notes a failed commit; returns the outage, whose begin stays the same while it lasts, and its
   * reason too while all that is new is that the closed file is still locked by this process.
   */
  DatabaseOutage fails(Throwable failure) {
    DatabaseOutage last = outage;
    if (last != null && StoreFailures.isOwnLock(failure)) {
      return last;
    }
    DatabaseOutage now = DatabaseOutage.of(last == null ? clock.instant() : last.since(), failure);
    outage = now;
    return now;
  }
}
