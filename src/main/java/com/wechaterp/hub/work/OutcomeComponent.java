package com.wechaterp.hub.work;

import com.wechaterp.hub.problem.Nearest;
import java.util.List;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** Makes endpoints such as {@code outcome:retry?first=30s&max=30m&attempts=12}. */
class OutcomeComponent extends DefaultComponent {

  private static final List<String> KINDS = List.of("retry", "hold", "pause", "dead");

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    if (!KINDS.contains(remaining)) {
      throw new IllegalArgumentException(
          "Unknown outcome '"
              + remaining
              + "'. Known: "
              + String.join(", ", KINDS)
              + ". Did you mean "
              + String.join(", ", Nearest.of(remaining, KINDS))
              + "?");
    }
    for (String pause : List.of("first", "max")) {
      // Camel reads 30x as 30 milliseconds.
      String given = String.valueOf(parameters.getOrDefault(pause, "0"));
      if (!given.matches("([0-9]+(ms|[smhd])?)+|P.+")) {
        throw new IllegalArgumentException(
            pause + " must be a duration such as 30s, 5m or 1h, not '" + given + "'");
      }
    }
    OutcomeEndpoint endpoint = new OutcomeEndpoint(uri, this, remaining);
    setProperties(endpoint, parameters);
    return endpoint;
  }
}
