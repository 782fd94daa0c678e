package com.wechaterp.hub.store;

import com.wechaterp.hub.problem.Failures;
import com.wechaterp.hub.problem.Problem;
import java.time.Instant;

/**
 * A time in which the hub's database cannot commit.
 *
 * @param since when it was noticed
 * @param full whether there is no room on its disk, so that a person can mend it and no restart
 * @param reason what the database says, in short and without secrets
 */
public record DatabaseOutage(Instant since, boolean full, String reason) {

  static DatabaseOutage of(Instant since, Throwable failure) {
    return new DatabaseOutage(
        since, StoreFailures.isFull(failure), Failures.words(StoreFailures.root(failure)));
  }

  /** Returns it as a sentence can tell it. */
  public Problem problem() {
    return Problem.of(
        full ? "hub-database-full" : "hub-database-away", "time", since, "reason", reason);
  }
}
