package com.wechaterp.hub.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Which operations of WeChat must be confirmed before the API calls them, and which it never calls:
 * the list is {@code api-wechat-operations.yaml}.
 *
 * @param confirmed the operations that must be confirmed, each with the reason
 * @param elsewhere the operations the API does not pass on, each with where to turn instead
 */
record OperationRules(Map<String, String> confirmed, Map<String, String> elsewhere) {

  private static final String FILE = "/api-wechat-operations.yaml";

  OperationRules {
    confirmed = Map.copyOf(confirmed);
    elsewhere = Map.copyOf(elsewhere);
  }

  static OperationRules load() {
    try (InputStream in = OperationRules.class.getResourceAsStream(FILE)) {
      Map<String, Map<String, Map<String, String>>> parsed =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      Map<String, String> confirmed = new LinkedHashMap<>();
      Objects.requireNonNull(parsed.get("confirm")).values().forEach(confirmed::putAll);
      Map<String, String> elsewhere = new LinkedHashMap<>();
      Objects.requireNonNull(parsed.get("elsewhere")).values().forEach(elsewhere::putAll);
      return new OperationRules(confirmed, elsewhere);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  boolean mustBeConfirmed(String operation) {
    return confirmed.containsKey(operation);
  }

  Optional<String> instead(String operation) {
    return Optional.ofNullable(elsewhere.get(operation));
  }
}
