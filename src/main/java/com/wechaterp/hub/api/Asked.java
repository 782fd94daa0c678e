package com.wechaterp.hub.api;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Fields of a request that moves money. */
final class Asked {

  private Asked() {}

  /**
   * Returns a field that must be there.
   *
   * @throws ProblemException {@code api-field-missing}
   */
  static String required(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new ProblemException(Problem.of("api-field-missing", "field", field));
    }
    return value;
  }

  /**
   * Requires that a field says once more what another one said.
   *
   * @param shown what is said of the value in the refusal, such as its end
   * @throws ProblemException {@code funds-confirm}
   */
  static <T> void confirmed(String field, T wanted, @Nullable T given, Object shown) {
    if (!wanted.equals(given)) {
      throw new ProblemException(
          Problem.of("funds-confirm", "field", field, "expected", String.valueOf(shown)));
    }
  }
}
