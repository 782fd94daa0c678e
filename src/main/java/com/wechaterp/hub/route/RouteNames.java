package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.TransformerKey;
import org.quartz.CronExpression;

/** Looks up every id, endpoint, bean, method and transformer that one route file names. */
final class RouteNames {

  private static final Set<String> FIXED = Set.of("from", "to", "wireTap", "enrich", "pollEnrich");

  private final CamelContext live;
  private final RouteSource source;
  private final Map<String, String> ids;
  private final List<Problem> problems = new ArrayList<>();

  RouteNames(CamelContext live, RouteSource source, Map<String, String> taken) {
    this.live = live;
    this.source = source;
    this.ids = taken;
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  void check(RouteStep step) {
    if (step.name().equals("route")) {
      step.under("id").ifPresent(id -> id(step, id));
    } else if (FIXED.contains(step.name())) {
      step.text("uri").ifPresent(uri -> endpoint(step, uri));
    } else if (step.name().equals("toD")) {
      step.text("uri").ifPresent(uri -> component(step, uri));
    } else if (step.name().equals("bean") || step.name().equals("method")) {
      step.under("ref").ifPresent(ref -> bean(step, ref));
    } else if (step.name().equals("transformDataType")) {
      step.text("toType").ifPresent(type -> transformer(step, type));
    }
  }

  private void id(RouteStep step, String id) {
    String other = ids.put(id, source.at(step.line()));
    if (other != null) {
      problems.add(
          Problem.of("route-duplicate-id", "at", source.at(step.line()), "id", id, "other", other));
    }
  }

  private void endpoint(RouteStep step, String uri) {
    if (!component(step, uri) || uri.contains("${")) {
      return;
    }
    String query =
        step.parameters().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("&"));
    String separator = uri.contains("?") ? "&" : "?";
    String whole = query.isEmpty() ? uri : uri + separator + query;
    try {
      String resolved = live.resolvePropertyPlaceholders(whole);
      Component component = Objects.requireNonNull(live.getComponent(scheme(resolved)));
      try (Endpoint made = Objects.requireNonNull(component.createEndpoint(resolved))) {
        // Quartz reads its expression only when the route starts, and then knows no line.
        if (made instanceof QuartzEndpoint timed
            && timed.getCron() != null
            && !CronExpression.isValidExpression(timed.getCron())) {
          problems.add(
              Problem.of("route-cron", "at", source.at(step.line()), "found", timed.getCron()));
        }
      }
    } catch (Exception e) {
      problems.add(EndpointProblem.of(live, source.at(step.line()), uri, e));
    }
  }

  private boolean component(RouteStep step, String uri) {
    String scheme = scheme(uri);
    if (scheme.contains("{") || live.getComponent(scheme) != null) {
      return true;
    }
    Set<String> known = new TreeSet<>(live.getComponentNames());
    known.addAll(List.of("wechat", "erp", "work", "outcome", "direct", "quartz", "log", "sql"));
    unknown("route-unknown-component", step, scheme, known);
    return false;
  }

  private void bean(RouteStep step, String ref) {
    Object bean = live.getRegistry().lookupByName(ref);
    if (bean == null) {
      unknown(
          "route-unknown-bean",
          step,
          ref,
          live.getRegistry().findByTypeWithName(Object.class).keySet());
      return;
    }
    Set<String> methods =
        Arrays.stream(bean.getClass().getMethods())
            .filter(method -> method.getDeclaringClass() != Object.class)
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    step.under("method")
        .map(method -> method.replaceFirst("\\(.*", ""))
        .filter(method -> !methods.contains(method))
        .ifPresent(
            method ->
                unknown("route-unknown-method", step, ref + "." + method, prefixed(ref, methods)));
  }

  private static List<String> prefixed(String ref, Collection<String> methods) {
    return methods.stream().map(method -> ref + "." + method).toList();
  }

  private void transformer(RouteStep step, String type) {
    DataType to = new DataType(type);
    if (live.getTransformerRegistry().resolveTransformer(new TransformerKey(type)) == null
        && live.getTransformerRegistry().resolveTransformer(new TransformerKey(DataType.ANY, to))
            == null) {
      List<String> known =
          live.getTransformerRegistry().keySet().stream().map(TransformerKey::toString).toList();
      unknown("route-unknown-transformer", step, type, known);
    }
  }

  private void unknown(String code, RouteStep step, String name, Collection<String> known) {
    String nearest = String.join(", ", Nearest.of(name, known));
    problems.add(
        Problem.of(
            code,
            "at",
            source.at(step.line()),
            "name",
            name,
            "nearest",
            nearest.isEmpty() ? "-" : nearest));
  }

  private static String scheme(String uri) {
    int colon = uri.indexOf(':');
    return colon < 0 ? uri : uri.substring(0, colon);
  }
}
