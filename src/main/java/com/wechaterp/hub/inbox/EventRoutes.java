package com.wechaterp.hub.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The table of events and flows, {@code inbox-events.yaml}. */
class EventRoutes {

  private final Map<String, EventRoute> routes = load();

  Optional<EventRoute> of(String event) {
    return Optional.ofNullable(routes.get(event));
  }

  Set<String> events() {
    return routes.keySet();
  }

  /** Returns the first filled field of the message or of the objects directly below it. */
  static String key(InboundEvent event, List<String> fields) {
    for (String field : fields) {
      String value = find(event.message(), field);
      if (value != null && !value.isBlank() && !value.equals("0")) {
        return field.equals("product_id") || field.equals("order_id") ? field + ":" + value : value;
      }
    }
    return "";
  }

  private static @Nullable String find(Map<String, Object> message, String field) {
    Object direct = message.get(field);
    if (direct != null) {
      return String.valueOf(direct);
    }
    for (Object below : message.values()) {
      if (below instanceof Map<?, ?> body && body.get(field) != null) {
        return String.valueOf(body.get(field));
      }
    }
    return null;
  }

  private static Map<String, EventRoute> load() {
    try (InputStream in = EventRoutes.class.getResourceAsStream("/inbox-events.yaml")) {
      Map<String, Map<String, Object>> parsed =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      Map<String, EventRoute> routes = new LinkedHashMap<>();
      parsed.forEach(
          (event, node) -> {
            List<?> keys = (List<?>) node.getOrDefault("keys", List.of());
            routes.put(
                event,
                new EventRoute(
                    String.valueOf(node.get("flow")), keys.stream().map(String::valueOf).toList()));
          });
      return routes;
    } catch (IOException e) {
      throw new UncheckedIOException("inbox-events.yaml cannot be read", e);
    }
  }
}
