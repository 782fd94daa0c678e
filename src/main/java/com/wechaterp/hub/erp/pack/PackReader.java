package com.wechaterp.hub.erp.pack;

import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a pack's folder; every mistake names its file and place. */
public final class PackReader {

  private static final Set<String> KEYS =
      Set.of("title", "time-zone", "ports", "values", "constants", "images");
  private static final Set<String> PORT_KEYS = Set.of("sql", "changes", "columns");
  private static final List<String> UNITS = List.of("datetime", "seconds", "millis");
  private static final Set<String> CHANGE_KEYS = Set.of("by", "sql", "unit", "overlap");
  private static final Set<String> RULE_KEYS =
      Set.of(
          "money",
          "split",
          "json",
          "html-images",
          "map",
          "prefix",
          "names-from",
          "default",
          "first",
          "unit");

  private final Path folder;
  private final String name;

  private final UnaryOperator<String> placeholders;

  private PackReader(Path folder, UnaryOperator<String> placeholders) {
    this.folder = folder;
    this.placeholders = placeholders;
    this.name = String.valueOf(folder.getFileName());
  }

  /**
   * Reads the pack in a folder.
   *
   * @param placeholders fills in the {@code ${…}} of {@code pack.yaml} with settings
   * @throws ProblemException if a file is missing or wrong
   */
  public static Pack read(Path folder, UnaryOperator<String> placeholders) {
    return new PackReader(folder, placeholders).read();
  }

  private Pack read() {
    Map<String, Object> root = map(yaml("pack.yaml"), "pack.yaml");
    known(root, KEYS, "pack.yaml");
    Map<String, Port> ports = new LinkedHashMap<>();
    map(root.get("ports"), "ports")
        .forEach((port, node) -> ports.put(port, port(port, mapping(node, "ports." + port))));
    Map<String, Map<String, String>> values = new LinkedHashMap<>();
    map(root.get("values"), "values")
        .forEach((key, node) -> values.put(key, texts(node, "values." + key)));
    Pack pack =
        new Pack(
            name,
            zone(root),
            ports,
            values,
            texts(root.get("constants"), "constants"),
            texts(root.get("images"), "images"));
    mapsExist(pack);
    return pack;
  }

  private ZoneId zone(Map<String, Object> root) {
    try {
      return ZoneId.of(String.valueOf(root.getOrDefault("time-zone", "Asia/Shanghai")));
    } catch (DateTimeException e) {
      throw broken("pack.yaml: time-zone", String.valueOf(e.getMessage()), List.of());
    }
  }

  private Port port(String port, Map<String, Object> node) {
    PortType type = PortType.require(port);
    String place = "pack.yaml: ports." + port;
    known(node, PORT_KEYS, place);
    String file = text(node, "sql", port + ".sql");
    String sql = file(file);
    if (type.kind() == PortKind.READ && !Port.KEYS.matcher(sql).find()) {
      throw broken(
          file, "no :keys(column) tells where to narrow it to the keys asked for", List.of());
    }
    Map<String, ColumnRule> rules = new LinkedHashMap<>();
    map(node.get("columns"), place + ".columns")
        .forEach(
            (column, rule) ->
                rules.put(
                    column,
                    rule(type, column, mapping(rule, place + ".columns." + column), place)));
    return new Port(type, statements(sql), name + "/" + file, changes(node, place), rules);
  }

  private ChangeRule changes(Map<String, Object> port, String place) {
    Map<String, Object> node = map(port.get("changes"), place + ".changes");
    known(node, CHANGE_KEYS, place + ".changes");
    String by = text(node, "by", "snapshot").toUpperCase(Locale.ROOT);
    List<String> ways = List.of("TIME", "ID", "SNAPSHOT");
    if (!ways.contains(by)) {
      throw broken(
          place + ".changes.by", "'" + by + "' is not time, id or snapshot", Nearest.of(by, ways));
    }
    String file = text(node, "sql", "");
    if (!by.equals("SNAPSHOT") && file.isEmpty()) {
      throw broken(place + ".changes", "finding changes by " + by + " needs a sql file", List.of());
    }
    boolean byId = by.equals("ID");
    return new ChangeRule(
        ChangeRule.By.valueOf(by),
        file.isEmpty() ? "" : file(file),
        name + "/" + file,
        unit(text(node, "unit", "datetime"), place),
        byId ? Duration.ZERO : duration(text(node, "overlap", "5m"), place),
        byId ? ids(text(node, "overlap", "1000"), place) : 0);
  }

  private String unit(String unit, String place) {
    if (!UNITS.contains(unit)) {
      throw broken(
          place + ".changes.unit",
          "'" + unit + "' is not datetime, seconds or millis",
          Nearest.of(unit, UNITS));
    }
    return unit;
  }

  private long ids(String text, String place) {
    try {
      return Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      throw broken(
          place + ".changes.overlap", "'" + text + "' is no count of ids such as 1000", List.of());
    }
  }

  private Duration duration(String text, String place) {
    try {
      return DurationStyle.detectAndParse(text);
    } catch (IllegalArgumentException e) {
      throw broken(
          place + ".changes.overlap", "'" + text + "' is no duration such as 5m", List.of());
    }
  }

  private ColumnRule rule(PortType type, String column, Map<String, Object> node, String place) {
    String at = place + ".columns." + column;
    known(node, RULE_KEYS, at);
    if (!type.columns().containsKey(column)) {
      throw broken(
          at,
          "port " + type.name() + " has no such column",
          Nearest.of(column, type.columns().keySet()));
    }
    String money = optional(node, "money");
    if (money != null && !Set.of("yuan", "fen").contains(money)) {
      throw broken(at, "money is 'yuan' or 'fen', not '" + money + "'", List.of("yuan", "fen"));
    }
    return new ColumnRule(
        money,
        optional(node, "split"),
        Boolean.TRUE.equals(node.get("json")),
        Boolean.TRUE.equals(node.get("html-images")),
        optional(node, "map"),
        optional(node, "prefix"),
        optional(node, "names-from"),
        optional(node, "default"),
        first(node, at),
        unit(node, at));
  }

  private @Nullable String unit(Map<String, Object> node, String place) {
    String unit = optional(node, "unit");
    Set<String> units = Set.of("datetime", "seconds", "millis");
    if (unit != null && !units.contains(unit)) {
      throw broken(
          place,
          "unit is one of datetime, seconds and millis, not '" + unit + "'",
          List.copyOf(units));
    }
    return unit;
  }

  private int first(Map<String, Object> node, String place) {
    Object given = node.getOrDefault("first", 0);
    if (!(given instanceof Integer number) || number < 0) {
      throw broken(place, "first is a number of values, not '" + given + "'", List.of());
    }
    return number;
  }

  private void mapsExist(Pack pack) {
    for (Port port : pack.ports().values()) {
      port.rules()
          .forEach(
              (column, rule) -> {
                String map = rule.map();
                if (map != null && !pack.values().containsKey(map)) {
                  throw broken(
                      "pack.yaml: ports." + port.name() + ".columns." + column,
                      "there is no value map '" + map + "'",
                      Nearest.of(map, pack.values().keySet()));
                }
              });
    }
  }

  private void known(Map<String, Object> node, Set<String> keys, String place) {
    for (String key : node.keySet()) {
      if (!keys.contains(key)) {
        throw broken(place, "unknown key '" + key + "'", Nearest.of(key, keys));
      }
    }
  }

  private Object yaml(String file) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      Object parsed = new Yaml(new SafeConstructor(options)).load(placeholders.apply(file(file)));
      return parsed == null ? Map.of() : parsed;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      int column = e.getProblemMark() == null ? 0 : e.getProblemMark().getColumn() + 1;
      throw broken(file + ":" + line + ":" + column, String.valueOf(e.getProblem()), List.of());
    } catch (YAMLException e) {
      // Such as a character YAML does not allow.
      throw broken(file, String.valueOf(e.getMessage()).replaceAll("\\s+", " "), List.of());
    }
  }

  private String file(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw broken(file, "the file cannot be read", List.of());
    }
  }

  private ProblemException broken(String place, String detail, List<String> nearest) {
    return new ProblemException(
        Problem.of(
            "erp-pack-broken",
            "place",
            name + "/" + place,
            "detail",
            detail,
            "nearest",
            nearest.isEmpty() ? "-" : String.join(", ", nearest)));
  }

  /** Statements end with a semicolon at the end of a line. */
  private static List<String> statements(String sql) {
    List<String> statements = new ArrayList<>();
    for (String part : sql.split(";\\s*(\\R|$)")) {
      if (!part.replaceAll("--[^\\n]*", "").isBlank()) {
        statements.add(part.strip());
      }
    }
    return List.copyOf(statements);
  }

  /** A rule in the wrong shape must not pass as no rule: 19.00 yuan would go out as 19 fen. */
  private Map<String, Object> mapping(@Nullable Object node, String place) {
    if (!(node instanceof Map<?, ?>)) {
      throw broken(place, "'" + node + "' should be a mapping such as {money: yuan}", List.of());
    }
    return map(node, place);
  }

  /** Returns the mapping, empty if it is left out. */
  private Map<String, Object> map(@Nullable Object node, String place) {
    Map<String, Object> byName = new LinkedHashMap<>();
    if (node instanceof Map<?, ?> map) {
      map.forEach((key, value) -> byName.put(String.valueOf(key), value));
    } else if (node != null) {
      throw broken(place, "'" + node + "' should be a mapping of names to values", List.of());
    }
    return byName;
  }

  private Map<String, String> texts(@Nullable Object node, String place) {
    Map<String, String> texts = new LinkedHashMap<>();
    map(node, place).forEach((key, value) -> texts.put(key, String.valueOf(value)));
    return texts;
  }

  private static String text(Map<String, Object> node, String key, String otherwise) {
    return Objects.requireNonNullElse(optional(node, key), otherwise);
  }

  private static @Nullable String optional(Map<String, Object> node, String key) {
    Object value = node.get(key);
    return value == null ? null : String.valueOf(value);
  }
}
