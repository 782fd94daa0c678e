package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Gathers what is wrong with one route file. */
final class RouteFindings {

  private final RouteSource source;
  private final List<Problem> problems = new ArrayList<>();

  RouteFindings(RouteSource source) {
    this.source = source;
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Adds a problem whose first fact is the place. */
  void add(String code, RouteStep step, Object... facts) {
    List<Object> all = new ArrayList<>(List.of("at", at(step)));
    all.addAll(List.of(facts));
    add(Problem.of(code, all.toArray()));
  }

  void add(Problem problem) {
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  /** Adds a problem with a name that nobody has, and with what was probably meant. */
  void unknown(String code, RouteStep step, String name, Collection<String> known) {
    String nearest = String.join(", ", Nearest.of(name, known));
    add(code, step, "name", name, "nearest", nearest.isEmpty() ? "-" : nearest);
  }

  String at(RouteStep step) {
    return source.at(step.line());
  }
}
