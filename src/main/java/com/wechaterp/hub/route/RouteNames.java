package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.Language;
import org.apache.camel.spi.TransformerKey;

/** Looks up everything that one route file names, each at its line. */
final class RouteNames {

  private static final Set<String> ADDRESSES =
      Set.of("from", "to", "toD", "wireTap", "enrich", "pollEnrich");
  private static final Set<String> CONDITIONS =
      Set.of("when", "filter", "validate", "onWhen", "handled", "continued", "retryWhile");

  private final TrialContext context;
  private final Map<String, String> ids;
  private final RouteFindings findings;
  private final EndpointNames endpoints;
  private final BeanNames beans;
  private final ClassNames classes;
  private final TemplateNames templates;

  /**
   * @param ids the ids of the routes of the files before, with their places; those of this file are
   *     added
   * @param classes the classes that any of the files names
   * @param parameters what the templates of the file leave open
   */
  RouteNames(
      RouteSource source,
      TrialContext context,
      RouteSurroundings surroundings,
      Map<String, String> ids,
      Collection<String> classes,
      Set<String> parameters) {
    this.context = context;
    this.ids = ids;
    this.findings = new RouteFindings(source);
    this.endpoints = new EndpointNames(context, surroundings, findings, parameters);
    this.beans = new BeanNames(context, surroundings, findings);
    this.classes = new ClassNames(context, findings, classes);
    this.templates = new TemplateNames(context, findings);
  }

  List<Problem> problems() {
    return findings.problems();
  }

  /** Returns the fixed addresses the file sends to. */
  List<EndpointNames.Target> targets() {
    return endpoints.targets();
  }

  void check(RouteStep step) {
    if (step.name().equals("route")) {
      step.under("id").ifPresent(id -> id(step, id));
    } else if (ADDRESSES.contains(step.name())) {
      step.text("uri").ifPresent(uri -> endpoints.check(step.at("uri"), uri));
    } else if (step.name().equals("bean") || step.name().equals("method")) {
      beans.check(step);
    } else if (step.name().equals("transformDataType")) {
      step.text("toType").ifPresent(type -> transformer(step, type));
    } else if (step.name().equals("templatedRoute")) {
      templates.check(step);
    } else if (CONDITIONS.contains(step.name())) {
      step.items().forEach(this::condition);
    } else if (step.name().equals("simple")) {
      step.text("expression").ifPresent(text -> simple(step, text));
    } else {
      classes.check(step);
    }
  }

  private void id(RouteStep step, String id) {
    String other = ids.put(id, findings.at(step));
    if (other != null) {
      findings.add("route-duplicate-id", step, "id", id, "other", other);
    }
  }

  private void transformer(RouteStep step, String type) {
    DataType to = new DataType(type);
    if (context.getTransformerRegistry().resolveTransformer(new TransformerKey(type)) == null
        && context.getTransformerRegistry().resolveTransformer(new TransformerKey(DataType.ANY, to))
            == null) {
      List<String> known =
          context.getTransformerRegistry().keySet().stream().map(TransformerKey::toString).toList();
      findings.unknown("route-unknown-transformer", step, type, known);
    }
  }

  private void condition(RouteStep step) {
    step.under("simple")
        .ifPresent(
            text -> {
              try {
                context.resolveLanguage("simple").createPredicate(text).init(context);
              } catch (RuntimeException e) {
                notSimple(step.at("simple"), text, e);
              }
            });
  }

  /** Whether it is a condition or a value, only the step it stands in knows. */
  private void simple(RouteStep step, String text) {
    Language simple = context.resolveLanguage("simple");
    try {
      simple.createExpression(text).init(context);
    } catch (RuntimeException value) {
      try {
        simple.createPredicate(text).init(context);
      } catch (RuntimeException condition) {
        notSimple(step, text, condition);
      }
    }
  }

  private void notSimple(RouteStep step, String text, RuntimeException e) {
    findings.add("route-simple", step, "text", text, "reason", Failed.reason(e));
  }
}
