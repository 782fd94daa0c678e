package com.wechaterp.hub.erp.pack;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
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
 * @param idle the flags, by column, either of which says that the rest of a row does not matter
 * @param early the columns without which rows are held later one by one, with the constant of the
 *     pack, such as {@code fund_type 0}, for which this is so, or {@code always}
 * @param titles what it is about, for people
 * @param mustChange whether its first statement must change a row unless the pack says otherwise,
 *     because a repeat would too
 */
public record PortType(
    String name,
    PortKind kind,
    String key,
    Map<String, PortColumn> columns,
    Map<String, Boolean> idle,
    Map<String, String> early,
    Map<Language, String> titles,
    boolean mustChange) {

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

  /** Each business object declares its ports in a file of its own. */
  private static Map<String, PortType> load() {
    Map<String, PortType> types = new LinkedHashMap<>();
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver(PortType.class.getClassLoader())
              .getResources("classpath:erp-ports/*.yaml")) {
        try (InputStream in = file.getInputStream()) {
          Map<String, Map<String, Object>> parsed =
              new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
          parsed.forEach((name, node) -> types.put(name, type(name, node)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The files of erp-ports cannot be read", e);
    }
    return types;
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
        columns,
        idle(node),
        early(node),
        titles(node),
        Boolean.TRUE.equals(node.get("must-change")));
  }

  private static Map<String, Boolean> idle(Map<String, Object> node) {
    Map<String, Boolean> idle = new LinkedHashMap<>();
    if (node.get("idle") instanceof Map<?, ?> declared) {
      declared.forEach((column, flag) -> idle.put(column.toString(), Boolean.TRUE.equals(flag)));
    }
    return idle;
  }

  private static Map<String, String> early(Map<String, Object> node) {
    Map<String, String> early = new LinkedHashMap<>();
    if (node.get("early") instanceof Map<?, ?> declared) {
      declared.forEach((column, when) -> early.put(column.toString(), when.toString()));
    }
    return early;
  }

  private static Map<Language, String> titles(Map<String, Object> node) {
    Map<Language, String> titles = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      titles.put(language, String.valueOf(node.get(language.key())));
    }
    return titles;
  }

  /** Returns whether its documents tell a stock. */
  boolean hasStock() {
    return columns.values().stream().anyMatch(column -> column.type() == ColumnType.STOCK);
  }

  /** Returns all ports in the order of their files. */
  public static List<PortType> all() {
    return List.copyOf(ALL.values());
  }
}
