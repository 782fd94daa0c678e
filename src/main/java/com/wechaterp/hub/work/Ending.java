package com.wechaterp.hub.work;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.problem.Problem;
import java.time.Duration;

/** How the work on one key ended. */
public sealed interface Ending {

  /** The exchange property in which a route leaves the ending. */
  String PROPERTY = "WorkEnding";

  /** Both sides agree. */
  record Done() implements Ending {}

  /** It waits, with a reason and a release. */
  record Held(Hold hold) implements Ending {}

  /**
   * It is tried again after a growing pause, and dead after the last try.
   *
   * @param first the first pause
   * @param factor by how much each pause is longer than the one before
   * @param max the longest pause
   * @param attempts how many tries in all
   */
  record Retry(Problem reason, Duration first, double factor, Duration max, int attempts)
      implements Ending {}

  /**
   * The far side is down, or the account is set up wrongly: the key goes back as it was, and the
   * flow pauses for its account.
   *
   * @param first the first pause
   * @param max the longest pause
   * @param farSide whom the flow waits for, as {@link FarSides} names it; empty for nobody
   */
  record Paused(Problem reason, Duration first, Duration max, String farSide) implements Ending {}

  /** A person must look at it. */
  record Dead(Problem reason, String payload) implements Ending {}
}
