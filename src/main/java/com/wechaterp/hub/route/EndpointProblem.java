package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.spi.UriParam;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says why an endpoint cannot be made, with what was probably meant. */
final class EndpointProblem {

  private static final Logger LOG = LoggerFactory.getLogger(EndpointProblem.class);
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
    List<String> nearest = Nearest.of(name, options(context, uri));
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

  /** Camel's own components come with a list of their options, the hub's declare them in fields. */
  private static Set<String> options(CamelContext context, String uri) {
    String scheme = EndpointNames.scheme(uri);
    EndpointUriFactory factory = context.getCamelContextExtension().getEndpointUriFactory(scheme);
    if (factory != null) {
      return factory.propertyNames();
    }
    Component component = context.getComponent(scheme);
    try (Endpoint plain =
        component == null ? null : component.createEndpoint(uri.replaceFirst("\\?.*", ""))) {
      return plain == null
          ? Set.of()
          : Arrays.stream(plain.getClass().getDeclaredFields())
              .filter(field -> field.isAnnotationPresent(UriParam.class))
              .map(Field::getName)
              .collect(Collectors.toSet());
    } catch (Exception e) {
      // Without its options the path is wrong too, and is told once the option is mended.
      LOG.debug("The options of {} cannot be listed", uri, e);
      return Set.of();
    }
  }
}
