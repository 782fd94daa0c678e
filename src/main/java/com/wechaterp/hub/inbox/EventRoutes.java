package com.wechaterp.hub.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The table of events and flows, {@code inbox-events.yaml}. */
class EventRoutes {

  /** Stands in the table for everything that is no event, such as a customer's message. */
  private static final String MESSAGES = InboundEvent.MESSAGE + "*";

  private final Map<String, EventRoute> routes = load();

  Optional<EventRoute> of(String event) {
    return Optional.ofNullable(
        routes.get(event.startsWith(InboundEvent.MESSAGE) ? MESSAGES : event));
  }

  Set<String> events() {
    return routes.keySet();
  }

  private static Map<String, EventRoute> load() {
    try (InputStream in = EventRoutes.class.getResourceAsStream("/inbox-events.yaml")) {
      Map<String, Map<String, Object>> parsed =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      Map<String, EventRoute> routes = new LinkedHashMap<>();
      parsed.forEach((event, node) -> routes.put(event, route(event, node)));
      return routes;
    } catch (IOException e) {
      throw new UncheckedIOException("inbox-events.yaml cannot be read", e);
    }
  }

  private static EventRoute route(String event, Map<String, Object> node) {
    if (node.containsKey("flow") == node.containsKey("none")) {
      throw new IllegalStateException(event + " of inbox-events.yaml needs a flow or a none");
    }
    List<?> keys = (List<?>) node.getOrDefault("keys", List.of());
    return new EventRoute(
        String.valueOf(node.getOrDefault("flow", "")),
        keys.stream().map(String::valueOf).toList(),
        String.valueOf(node.getOrDefault("wx", "")),
        String.valueOf(node.getOrDefault("person", "")));
  }
}
