package com.wechaterp.hub.work;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds the sentence in a failure. */
final class Failure {

  private static final int SHOWN = 300;

  private Failure() {}

  static Problem reason(String key, @Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException told) {
        return told.problem();
      }
    }
    String error =
        failure == null ? "-" : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    return Problem.of(
        "hub-unexpected",
        "key",
        key,
        "error",
        error.length() <= SHOWN ? error : error.substring(0, SHOWN) + "…",
        "time",
        Instant.now());
  }
}
