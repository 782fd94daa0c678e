package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.ProblemException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.EndpointUriFactory;

/** Says in one phrase why an endpoint cannot be made, with what was probably meant. */
final class EndpointReason {

  private static final Pattern UNKNOWN = Pattern.compile("Unknown parameters=\\[\\{([^=]+)=");

  private EndpointReason() {}

  static String of(CamelContext context, String scheme, Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null && !(root instanceof ProblemException)) {
      root = root.getCause();
    }
    String reason = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    Matcher option = UNKNOWN.matcher(reason);
    if (!option.find()) {
      return reason;
    }
    String name = option.group(1);
    EndpointUriFactory factory = context.getCamelContextExtension().getEndpointUriFactory(scheme);
    List<String> nearest = factory == null ? List.of() : Nearest.of(name, factory.propertyNames());
    String hint = nearest.isEmpty() ? "" : " Did you mean " + String.join(", ", nearest) + "?";
    return "unknown option '" + name + "'." + hint;
  }
}
