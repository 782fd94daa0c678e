package com.wechaterp.hub.erp.pack;

import static com.wechaterp.hub.erp.pack.PackText.text;

import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.ProblemException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Reads a pack's folder; every mistake names its file, its line and its place. */
public final class PackReader {

  private static final Set<String> KEYS =
      Set.of("title", "time-zone", "ports", "values", "constants", "images");
  private static final Set<String> PORT_KEYS = Set.of("sql", "changes", "columns", "must-change");
  private static final Set<String> CHANGE_KEYS = Set.of("by", "sql", "unit", "format", "overlap");
  private static final Set<String> RULE_KEYS =
      Set.of(
          "money",
          "split",
          "json",
          "html-images",
          "map",
          "prefix",
          "base",
          "name",
          "value",
          "names-from",
          "default",
          "first",
          "unit",
          "format",
          "minus",
          "share",
          "keep",
          "at-least");

  private final PackText pack;

  private PackReader(PackText pack) {
    this.pack = pack;
  }

  /**
   * Returns the pack in a folder.
   *
   * @param placeholders fills in the {@code ${…}} of {@code pack.yaml} with settings
   * @throws ProblemException if a file is missing or wrong
   */
  public static Pack read(Path folder, UnaryOperator<String> placeholders) {
    return new PackReader(new PackText(folder, placeholders)).read();
  }

  private Pack read() {
    Map<String, Object> root = pack.root();
    known(root, KEYS, "");
    if (root.get("ports") == null) {
      // A save that was cut off must not pass as a pack that switches everything off.
      throw pack.wrong("ports", "there are no ports", "没有 ports", List.of());
    }
    Map<String, Port> ports = new LinkedHashMap<>();
    pack.map(root.get("ports"), "ports")
        .forEach((port, node) -> ports.put(port, port(port, pack.mapping(node, "ports." + port))));
    Map<String, Map<String, String>> values = new LinkedHashMap<>();
    pack.map(root.get("values"), "values")
        .forEach((key, node) -> values.put(key, pack.texts(node, "values." + key)));
    Pack read =
        new Pack(
            pack.name(),
            zone(root),
            ports,
            values,
            pack.texts(root.get("constants"), "constants"),
            pack.texts(root.get("images"), "images"));
    mapsExist(read);
    constantsAreColumns(read);
    return read;
  }

  private ZoneId zone(Map<String, Object> root) {
    String zone = text(root, "time-zone", "Asia/Shanghai");
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw pack.wrong(
          "time-zone",
          "'" + zone + "' is no time zone",
          "“" + zone + "”不是时区",
          Nearest.of(zone, ZoneId.getAvailableZoneIds()));
    }
  }

  private Port port(String port, Map<String, Object> node) {
    String path = "ports." + port;
    PortType type = type(port, path);
    known(node, PORT_KEYS, path);
    String file = text(node, "sql", port + ".sql");
    List<String> statements =
        type.kind() == PortKind.READ ? List.of(pack.query(file)) : pack.statements(file);
    if (type.kind() == PortKind.READ && !Port.KEYS.matcher(statements.get(0)).find()) {
      throw pack.broken(
          file,
          "no :keys(column) tells where to narrow it to the keys asked for",
          "缺少 :keys(列)，无法按键筛选",
          List.of());
    }
    RuleReader reader = new RuleReader(pack, type, path);
    Map<String, Object> changes = pack.map(node.get("changes"), path + ".changes");
    known(changes, CHANGE_KEYS, path + ".changes");
    Map<String, ColumnRule> rules = new LinkedHashMap<>();
    pack.map(node.get("columns"), path + ".columns")
        .forEach(
            (column, given) -> {
              String at = path + ".columns." + column;
              Map<String, Object> rule = pack.mapping(given, at);
              known(rule, RULE_KEYS, at);
              rules.put(column, reader.column(column, rule));
            });
    return new Port(
        type,
        statements,
        pack.name() + "/" + file,
        reader.changes(changes),
        rules,
        reader.mustChange(node.get("must-change"), statements.size()));
  }

  private PortType type(String port, String path) {
    if (!PortType.names().contains(port)) {
      throw pack.wrong(
          path,
          "unknown ERP port '" + port + "'",
          "未知的 ERP 端口“" + port + "”",
          Nearest.of(port, PortType.names()));
    }
    return PortType.require(port);
  }

  private void mapsExist(Pack read) {
    for (Port port : read.ports().values()) {
      port.rules()
          .forEach(
              (column, rule) -> {
                String map = rule.map();
                if (map != null && !read.values().containsKey(map)) {
                  throw pack.wrong(
                      "ports." + port.name() + ".columns." + column + ".map",
                      "there is no value map '" + map + "'",
                      "没有值映射“" + map + "”",
                      Nearest.of(map, read.values().keySet()));
                }
              });
    }
  }

  private void constantsAreColumns(Pack read) {
    Set<String> columns = new TreeSet<>();
    PortType.names().forEach(port -> columns.addAll(PortType.require(port).columns().keySet()));
    for (String name : read.constants().keySet()) {
      if (!columns.contains(name) && !ExtraColumns.isExtra(name)) {
        throw pack.wrong(
            "constants." + name,
            "no port has the column '" + name + "'",
            "没有端口包含列“" + name + "”",
            Nearest.of(name, columns));
      }
    }
  }

  private void known(Map<String, Object> node, Set<String> keys, String path) {
    for (String key : node.keySet()) {
      if (!keys.contains(key)) {
        throw pack.wrong(
            path.isEmpty() ? key : path + "." + key,
            "unknown key '" + key + "'",
            "未知的配置项“" + key + "”",
            Nearest.of(key, keys));
      }
    }
  }
}
