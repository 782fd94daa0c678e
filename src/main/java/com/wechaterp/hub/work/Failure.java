package com.wechaterp.hub.work;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.problem.Failures;
import com.wechaterp.hub.problem.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds in a failure why a key waits. */
final class Failure {

  private Failure() {}

  /** Returns the hold that a rule of the hub asked for, null if this is a failure. */
  static @Nullable Hold hold(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HoldException held) {
        return held.hold();
      }
    }
    return null;
  }

  static Problem reason(String key, @Nullable Throwable failure) {
    return Failures.told(failure)
        .orElseGet(
            () ->
                Problem.of(
                    "hub-unexpected",
                    "key",
                    key,
                    "error",
                    Failures.words(failure),
                    "time",
                    Instant.now()));
  }
}
