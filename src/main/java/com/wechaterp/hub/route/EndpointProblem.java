package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.EndpointUriFactory;

/** Says why an endpoint cannot be made, with what was probably meant. */
final class EndpointProblem {

  private static final Pattern UNKNOWN = Pattern.compile("Unknown parameters=\\[\\{([^=]+)=");

  private EndpointProblem() {}

  /**
   * Returns the problem.
   *
   * @param at file and line
   */
  static Problem of(CamelContext context, String at, String uri, Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null && !(root instanceof ProblemException)) {
      root = root.getCause();
    }
    if (root instanceof ProblemException known) {
      return unusable(
          at, uri, known.problem().sentence(Language.EN), known.problem().sentence(Language.ZH));
    }
    String reason = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    Matcher option = UNKNOWN.matcher(reason);
    return option.find()
        ? unknownOption(context, at, uri, option.group(1))
        : unusable(at, uri, reason, reason);
  }

  private static Problem unusable(String at, String uri, String en, String zh) {
    return Problem.of("route-endpoint", "at", at, "uri", uri, "reasonEn", en, "reasonZh", zh);
  }

  private static Problem unknownOption(CamelContext context, String at, String uri, String name) {
    String scheme = uri.substring(0, Math.max(0, uri.indexOf(':')));
    EndpointUriFactory factory = context.getCamelContextExtension().getEndpointUriFactory(scheme);
    List<String> nearest = factory == null ? List.of() : Nearest.of(name, factory.propertyNames());
    return Problem.of(
        "route-unknown-option",
        "at",
        at,
        "uri",
        uri,
        "name",
        name,
        "nearest",
        nearest.isEmpty() ? "-" : String.join(", ", nearest));
  }
}
