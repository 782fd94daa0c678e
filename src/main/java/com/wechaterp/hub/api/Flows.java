package com.wechaterp.hub.api;

import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.work.WorkCount;
import com.wechaterp.hub.work.WorkList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of the flows. */
final class Flows {

  static final List<String> ALL =
      List.of(
          "products",
          "stock",
          "qualifications",
          "orders",
          "payments",
          "shipments",
          "aftersales",
          "aftersale-requests",
          "complaints",
          "funds",
          "callbacks");

  private Flows() {}

  /**
   * Checks that a flow exists, either built in or because its keys are in the work list.
   *
   * @throws ProblemException {@code api-unknown-flow}
   */
  static void require(String flow, WorkList work) {
    Set<String> known = new LinkedHashSet<>(ALL);
    work.counts().stream().map(WorkCount::flow).forEach(known::add);
    if (!known.contains(flow)) {
      throw new ProblemException(
          Problem.of(
              "api-unknown-flow",
              "flow",
              flow,
              "known",
              String.join(", ", known),
              "nearest",
              String.join(", ", Nearest.of(flow, known))));
    }
  }
}
