package com.wechaterp.hub.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Looks up the exceptions that a route file catches or throws. */
final class ClassNames {

  private final CamelContext context;
  private final RouteFindings findings;
  private final Collection<String> known = new TreeSet<>();

  /**
   * @param named the classes that any of the files names, of which the right ones are offered
   */
  ClassNames(CamelContext context, RouteFindings findings, Collection<String> named) {
    this.context = context;
    this.findings = findings;
    named.stream()
        .filter(name -> context.getClassResolver().resolveClass(name) != null)
        .forEach(known::add);
  }

  /** Returns the classes that a step names. */
  static Collection<String> named(RouteStep step) {
    Collection<String> names = new TreeSet<>();
    for (RouteStep each : exceptions(step)) {
      each.text("").ifPresent(names::add);
    }
    return names;
  }

  void check(RouteStep step) {
    for (RouteStep each : exceptions(step)) {
      String name = each.text("").orElse("");
      if (context.getClassResolver().resolveClass(name) == null) {
        findings.unknown("route-unknown-exception", each, name, known);
      }
    }
  }

  private static Collection<RouteStep> exceptions(RouteStep step) {
    Collection<RouteStep> found = new ArrayList<>();
    if (step.name().equals("exception") && step.value() instanceof SequenceNode list) {
      for (Node each : list.getValue()) {
        if (each instanceof ScalarNode) {
          found.add(new RouteStep("exception", each.getStartMark().getLine() + 1, each));
        }
      }
    } else if (step.name().equals("exceptionType") && step.value() instanceof ScalarNode) {
      found.add(step);
    }
    return found;
  }
}
