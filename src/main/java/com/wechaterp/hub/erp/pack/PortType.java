package com.wechaterp.hub.erp.pack;

import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One port the hub knows, whatever the pack.
 *
 * @param name the name, such as {@code products}
 * @param kind what it does
 * @param key the canonical name of its key
 * @param columns its canonical columns by name
 */
public record PortType(String name, PortKind kind, String key, Map<String, PortColumn> columns) {

  private static final Map<String, PortType> ALL = load();

  /** Returns the names of all ports. */
  public static Set<String> names() {
    return ALL.keySet();
  }

  /**
   * Returns the port of a name.
   *
   * @throws ProblemException {@code erp-port-unknown}, naming the nearest
   */
  public static PortType require(String name) {
    PortType type = ALL.get(name);
    if (type == null) {
      throw new ProblemException(
          Problem.of(
              "erp-port-unknown",
              "port",
              name,
              "known",
              String.join(", ", ALL.keySet()),
              "nearest",
              String.join(", ", Nearest.of(name, ALL.keySet()))));
    }
    return type;
  }

  private static Map<String, PortType> load() {
    try (InputStream in = PortType.class.getResourceAsStream("/erp-ports.yaml")) {
      Map<String, Map<String, Object>> parsed =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      Map<String, PortType> types = new LinkedHashMap<>();
      parsed.forEach((name, node) -> types.put(name, type(name, node)));
      return types;
    } catch (IOException e) {
      throw new UncheckedIOException("erp-ports.yaml cannot be read", e);
    }
  }

  private static PortType type(String name, Map<String, Object> node) {
    Map<String, PortColumn> columns = new LinkedHashMap<>();
    if (node.get("columns") instanceof Map<?, ?> declared) {
      declared.forEach(
          (key, type) -> {
            boolean required = key.toString().endsWith("!");
            String column = key.toString().replace("!", "");
            columns.put(
                column,
                new PortColumn(
                    column,
                    ColumnType.valueOf(type.toString().toUpperCase(Locale.ROOT)),
                    required));
          });
    }
    return new PortType(
        name,
        PortKind.valueOf(String.valueOf(node.get("kind")).toUpperCase(Locale.ROOT)),
        String.valueOf(node.get("key")),
        columns);
  }
}
