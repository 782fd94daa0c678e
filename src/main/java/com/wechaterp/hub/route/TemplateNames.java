package com.wechaterp.hub.route;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Looks up the templates that a route file fills in, and their parameters. */
final class TemplateNames {

  private final TrialContext context;
  private final RouteFindings findings;

  TemplateNames(TrialContext context, RouteFindings findings) {
    this.context = context;
    this.findings = findings;
  }

  /** Returns the names of the parameters that a step declares or gives. */
  static Set<String> parameters(RouteStep step) {
    Set<String> names = new TreeSet<>();
    if (step.value() instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals("parameters")) {
          new RouteStep("parameters", step.line(), tuple.getValueNode())
              .items()
              .forEach(each -> each.under("name").ifPresent(names::add));
        }
      }
    }
    return names;
  }

  void check(RouteStep step) {
    String name = step.under("routeTemplateRef").orElse("");
    RouteTemplateDefinition template = context.getRouteTemplateDefinition(name);
    if (template == null) {
      findings.unknown(
          "route-unknown-template",
          step,
          name,
          context.getRouteTemplateDefinitions().stream()
              .map(RouteTemplateDefinition::getId)
              .toList());
      return;
    }
    Set<String> missing =
        template.getTemplateParameters().stream()
            .filter(RouteTemplateParameterDefinition::isRequired)
            .map(RouteTemplateParameterDefinition::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    missing.removeAll(parameters(step));
    if (!missing.isEmpty()) {
      findings.add(
          "route-missing-parameter", step, "name", name, "missing", String.join(", ", missing));
    }
  }
}
