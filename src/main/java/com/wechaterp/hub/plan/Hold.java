package com.wechaterp.hub.plan;

import com.wechaterp.hub.problem.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key waits, with the reason a person can read.
 *
 * @param reason why it waits and what to do
 * @param release what lets it go on
 * @param until when it is looked at again by itself; null if only its release wakes it
 * @param priority how early it is released among its like, 0 (last) to 100 (first)
 */
public record Hold(Problem reason, Release release, @Nullable Instant until, int priority) {

  /** Returns a hold of middle priority without a time. */
  public static Hold of(Problem reason, Release release) {
    return new Hold(reason, release, null, 50);
  }
}
