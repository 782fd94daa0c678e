package com.wechaterp.hub.problem;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the sentence in a failure. */
public final class Failures {

  private static final int SHOWN = 300;
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)((?:access_)?token|secret|password|pwd)([\"']?\\s*[=:]\\s*[\"']?)[^\\s&,;\"']+");

  private Failures() {}

  /** Returns what a failure or one of its causes tells of itself, empty if none does. */
  public static Optional<Problem> told(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException told) {
        return Optional.of(told.problem());
      }
    }
    return Optional.empty();
  }

  /** Returns the words of a failure that nobody foresaw, in short and without secrets. */
  public static String words(@Nullable Throwable failure) {
    String error =
        failure == null
            ? "-"
            : failure.getClass().getSimpleName()
                + ": "
                + Addresses.shownIn(
                    SECRET.matcher(String.valueOf(failure.getMessage())).replaceAll("$1$2***"));
    return error.length() <= SHOWN ? error : error.substring(0, SHOWN) + "…";
  }
}
