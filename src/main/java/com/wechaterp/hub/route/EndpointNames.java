package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.dsl.yaml.common.YamlSupport;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.util.URISupport;
import org.quartz.CronExpression;

/** Looks up the components and options of the addresses that a route file names. */
final class EndpointNames {

  private static final Pattern SETTING = Pattern.compile("\\{\\{([a-zA-Z][a-zA-Z0-9._-]*)}}");
  private static final Pattern PORT =
      Pattern.compile("^[a-z0-9+.:-]*//[^/?]*?:([0-9]{1,9})(?:[/?].*)?$");
  private static final int LAST_PORT = 65_535;

  /** An address that a message is sent to. */
  record Target(RouteStep step, String uri) {}

  private final TrialContext context;
  private final RouteSurroundings surroundings;
  private final RouteFindings findings;
  private final Set<String> parameters;
  private final List<Target> targets = new ArrayList<>();

  /**
   * @param parameters what the templates of the file leave open
   */
  EndpointNames(
      TrialContext context,
      RouteSurroundings surroundings,
      RouteFindings findings,
      Set<String> parameters) {
    this.context = context;
    this.surroundings = surroundings;
    this.findings = findings;
    this.parameters = parameters;
  }

  /** Returns the addresses of steps that send, as far as they are fixed. */
  List<Target> targets() {
    return List.copyOf(targets);
  }

  void check(RouteStep step, String uri) {
    boolean dynamic = step.name().equals("toD") || step.name().equals("wireTap");
    if (isOpen(step, uri)
        || !settings(step, uri)
        || !component(step, uri)
        || dynamic && uri.contains("${")) {
      return;
    }
    try {
      String resolved = context.resolvePropertyPlaceholders(whole(step, uri));
      Component component = Objects.requireNonNull(context.getComponent(scheme(resolved)));
      try (Endpoint made = Objects.requireNonNull(component.createEndpoint(resolved))) {
        cron(step, made);
        port(step, resolved);
        passedOn(step, made, resolved);
      }
      if (!step.name().equals("from")) {
        targets.add(new Target(step, resolved));
      }
    } catch (Exception e) {
      findings.add(EndpointProblem.of(context, findings.at(step), uri, e));
    }
  }

  /** Camel takes the part before the question mark from the parameters too, as Kaoto draws it. */
  private String whole(RouteStep step, String uri) {
    Map<String, Object> parameters = new LinkedHashMap<>(step.parameters());
    return parameters.isEmpty() || uri.contains("?")
        ? uri
        : YamlSupport.createEndpointUri(context, null, uri, parameters);
  }

  /** An address of a template is whole only where the template is filled in. */
  private boolean isOpen(RouteStep step, String uri) {
    Matcher named = SETTING.matcher(uri + step.parameters());
    return named.results().anyMatch(each -> parameters.contains(each.group(1)));
  }

  /** A setting without a default value must be set. */
  private boolean settings(RouteStep step, String uri) {
    if (uri.split("\\{\\{", -1).length != uri.split("}}", -1).length) {
      findings.add("route-placeholder", step, "uri", uri);
      return false;
    }
    Matcher named = SETTING.matcher(uri + step.parameters());
    boolean all = true;
    while (named.find()) {
      if (surroundings.setting(named.group(1)) == null) {
        if (surroundings.knowsSettings()) {
          findings.unknown("route-unknown-setting", step, named.group(1), surroundings.settings());
        }
        all = false;
      }
    }
    return all;
  }

  private boolean component(RouteStep step, String uri) {
    String scheme = scheme(uri);
    if (scheme.contains("{") || context.getComponent(scheme) != null) {
      return true;
    }
    Set<String> known = new TreeSet<>(context.getComponentNames());
    known.addAll(
        List.of("wechat", "erp", "work", "outcome", "direct", "quartz", "timer", "log", "sql"));
    findings.unknown("route-unknown-component", step, scheme, known);
    return false;
  }

  /** Quartz reads its expression only when the route starts, and then knows no line. */
  private void cron(RouteStep step, Endpoint made) {
    if (made instanceof QuartzEndpoint timed
        && timed.getCron() != null
        && !CronExpression.isValidExpression(timed.getCron())) {
      findings.add("route-cron", step, "found", timed.getCron());
    }
  }

  private void port(RouteStep step, String uri) {
    Matcher named = PORT.matcher(uri);
    if (named.matches() && Long.parseLong(named.group(1)) > LAST_PORT) {
      findings.add("route-port", step, "uri", uri, "port", named.group(1));
    }
  }

  /** An address of HTTP sends what it does not know to the far side, and so also a slip. */
  private void passedOn(RouteStep step, Endpoint made, String uri) throws Exception {
    EndpointUriFactory factory =
        context.getCamelContextExtension().getEndpointUriFactory(scheme(uri));
    if (!made.isLenientProperties() || factory == null) {
      return;
    }
    Set<String> options = factory.propertyNames();
    for (String name : URISupport.parseQuery(URISupport.extractQuery(uri)).keySet()) {
      List<String> meant =
          Nearest.of(name, options).stream().filter(option -> isSlip(name, option)).toList();
      if (!options.contains(name) && !meant.isEmpty()) {
        findings.unknown("route-option-passed-on", step, name, meant);
      }
    }
  }

  /** Short names are like many others by chance. */
  private static boolean isSlip(String name, String option) {
    return option.length() > 5 && Nearest.isSlip(name, option);
  }

  static String scheme(String uri) {
    return uri.replaceFirst("[:?].*", "");
  }
}
