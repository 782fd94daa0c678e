package com.wechaterp.hub.work;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.problem.Addresses;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the sentence in a failure. */
final class Failure {

  private static final int SHOWN = 300;
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)((?:access_)?token|secret|password|pwd)([\"']?\\s*[=:]\\s*[\"']?)[^\\s&,;\"']+");

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
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException told) {
        return told.problem();
      }
    }
    String error =
        failure == null
            ? "-"
            : failure.getClass().getSimpleName()
                + ": "
                + Addresses.shownIn(
                    SECRET.matcher(String.valueOf(failure.getMessage())).replaceAll("$1$2***"));
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
