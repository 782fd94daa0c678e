package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be compared, named as its flow. */
public enum Subject {
  ORDERS("orders"),
  PAYMENTS("orders"),
  SHIPMENTS("shipments"),
  AFTERSALES("aftersale"),
  PRODUCTS("products");

  private final String port;

  Subject(String port) {
    this.port = port;
  }

  /** Returns the name, such as {@code orders}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the ERP port without which there is nothing to compare. */
  String port() {
    return port;
  }

  /**
   * Returns the subject of a name.
   *
   * @throws ProblemException {@code api-unknown-subject}
   */
  public static Subject of(String text) {
    List<String> known = Arrays.stream(values()).map(Subject::text).toList();
    return Arrays.stream(values())
        .filter(each -> each.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        "api-unknown-subject",
                        "subject",
                        text,
                        "known",
                        String.join(", ", known),
                        "nearest",
                        String.join(", ", Nearest.of(text, known)))));
  }
}
