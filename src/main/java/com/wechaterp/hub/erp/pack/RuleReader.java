package com.wechaterp.hub.erp.pack;

import static com.wechaterp.hub.erp.pack.PackText.optional;
import static com.wechaterp.hub.erp.pack.PackText.text;

import com.wechaterp.hub.problem.Nearest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/** Reads the rules of one port: how its columns become canonical, and how changes are found. */
final class RuleReader {

  private static final List<String> UNITS = List.of("datetime", "seconds", "millis");
  private static final List<String> WAYS = List.of("time", "id", "snapshot");
  private static final Pattern ABSOLUTE = Pattern.compile("https?://[^/?#\\s]+\\S*");
  private static final List<String> MONEY = List.of("yuan", "fen");

  private final PackText pack;
  private final PortType type;
  private final String path;

  /**
   * Reads rules.
   *
   * @param path where the port stands in {@code pack.yaml}
   */
  RuleReader(PackText pack, PortType type, String path) {
    this.pack = pack;
    this.type = type;
    this.path = path;
  }

  ColumnRule column(String column, Map<String, Object> node) {
    String at = path + ".columns." + column;
    if (!type.columns().containsKey(column) && !ExtraColumns.isExtra(column)) {
      throw pack.wrong(
          at,
          "port " + type.name() + " has no such column",
          "端口 " + type.name() + " 没有这一列",
          Nearest.of(column, type.columns().keySet()));
    }
    return new ColumnRule(
        money(node, at + ".money"),
        optional(node, "split"),
        Boolean.TRUE.equals(node.get("json")),
        pairs(node, at),
        Boolean.TRUE.equals(node.get("html-images")),
        optional(node, "map"),
        optional(node, "prefix"),
        base(optional(node, "base"), at + ".base"),
        optional(node, "names-from"),
        optional(node, "default"),
        first(node, at + ".first"),
        unit(node, at),
        format(node, at),
        new StockRuleReader(pack, at).read(node, columnType(column)));
  }

  private ColumnType columnType(String column) {
    PortColumn known = type.columns().get(column);
    return known == null ? ColumnType.EXTRA : known.type();
  }

  private ColumnRule.@Nullable Pairs pairs(Map<String, Object> node, String at) {
    Object json = node.getOrDefault("json", false);
    if ("pairs".equals(json)) {
      return new ColumnRule.Pairs(text(node, "name", "name"), text(node, "value", "value"));
    }
    if (!(json instanceof Boolean) || node.containsKey("name") || node.containsKey("value")) {
      throw pack.wrong(
          at + ".json",
          "json is true, or pairs with the fields name: and value:, not '" + json + "'",
          "json 应为 true，或为 pairs 并给出字段 name: 和 value:，而不是“" + json + "”",
          List.of("true", "pairs"));
    }
    return null;
  }

  private @Nullable String base(@Nullable String base, String at) {
    if (base != null && !ABSOLUTE.matcher(base).matches()) {
      throw pack.wrong(
          at,
          "base is a full address such as https://shop.example.com/goods/, not '" + base + "'",
          "base 应为完整网址，例如 https://shop.example.com/goods/，而不是“" + base + "”",
          List.of());
    }
    return base;
  }

  private @Nullable String money(Map<String, Object> node, String at) {
    String money = optional(node, "money");
    if (money != null && !MONEY.contains(money)) {
      throw pack.wrong(
          at,
          "money is 'yuan' or 'fen', not '" + money + "'",
          "money 只能是 yuan 或 fen，而不是“" + money + "”",
          MONEY);
    }
    return money;
  }

  private @Nullable String unit(Map<String, Object> node, String at) {
    String unit = optional(node, "unit");
    if (unit != null && !UNITS.contains(unit)) {
      throw pack.wrong(
          at + ".unit",
          "'" + unit + "' is not datetime, seconds or millis",
          "“" + unit + "”不是 datetime、seconds 或 millis",
          Nearest.of(unit, UNITS));
    }
    return unit;
  }

  private @Nullable String format(Map<String, Object> node, String at) {
    String format = optional(node, "format");
    if (format != null && !tellsTheDay(format)) {
      throw pack.wrong(
          at + ".format",
          "'" + format + "' is no format of dates such as yyyyMMddHHmmss or yyyy/MM/dd HH:mm",
          "“" + format + "”不是 yyyyMMddHHmmss 或 yyyy/MM/dd HH:mm 这样的日期格式",
          List.of());
    }
    if (format != null && node.containsKey("unit")) {
      throw pack.wrong(
          at + ".format",
          "format is for times written as text, unit for the others; give one of them",
          "format 用于文本形式的时间，unit 用于其他形式，只能给出其一",
          List.of());
    }
    return format;
  }

  private static boolean tellsTheDay(String format) {
    try {
      return TimeFormat.of(format).tellsTheDay();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Where changes are found by comparing texts, they must sort as their times do. */
  private @Nullable String sorting(Map<String, Object> node, String at) {
    String format = format(node, at);
    if (format != null && !TimeFormat.of(format).sorts()) {
      throw pack.wrong(
          at + ".format",
          "texts of the format '"
              + format
              + "' do not sort by time; let the SQL return"
              + " STR_TO_DATE(…) as changed_at instead",
          "格式“" + format + "”的文本不按时间先后排序；请让 SQL 以 STR_TO_DATE(…) 作为 changed_at",
          List.of());
    }
    return format;
  }

  private int first(Map<String, Object> node, String at) {
    return pack.count(node, "first", at, "a number of values", "取值个数");
  }

  ChangeRule changes(Map<String, Object> node) {
    String at = path + ".changes";
    String by = text(node, "by", "snapshot").toLowerCase(Locale.ROOT);
    if (!WAYS.contains(by)) {
      throw pack.wrong(
          at + ".by",
          "'" + by + "' is not time, id or snapshot",
          "“" + by + "”不是 time、id 或 snapshot",
          Nearest.of(by, WAYS));
    }
    String file = text(node, "sql", "");
    if (!by.equals("snapshot") && file.isEmpty()) {
      throw pack.wrong(
          at,
          "finding changes by " + by + " needs a sql file",
          "按 " + by + " 查找变化需要一个 SQL 文件",
          List.of());
    }
    boolean byId = by.equals("id");
    String unit = unit(node, at);
    return new ChangeRule(
        ChangeRule.By.valueOf(by.toUpperCase(Locale.ROOT)),
        file.isEmpty() ? "" : pack.query(file),
        pack.name() + "/" + file,
        unit == null ? "datetime" : unit,
        sorting(node, at),
        byId ? Duration.ZERO : duration(text(node, "overlap", "5m"), at),
        byId ? ids(text(node, "overlap", "1000"), at) : 0);
  }

  /**
   * Returns the statements that must change a row, counted from 0; null where nothing is said.
   *
   * @param given true for the first, or a list of numbers counted from 1
   */
  @Nullable Set<Integer> mustChange(@Nullable Object given, int statements) {
    if (given == null) {
      return null;
    }
    String at = path + ".must-change";
    if (type.kind() == PortKind.READ) {
      throw pack.wrong(at, "a reading port changes no rows", "读取端口不会修改数据", List.of());
    }
    if (given instanceof Boolean first) {
      return first ? Set.of(0) : Set.of();
    }
    List<?> numbers = given instanceof List<?> list ? list : List.of(given);
    Set<Integer> must = new TreeSet<>();
    for (Object number : numbers) {
      if (!(number instanceof Integer n) || n < 1 || n > statements) {
        throw pack.wrong(
            at,
            "'" + number + "' is neither true, false nor a statement from 1 to " + statements,
            "“" + number + "”不是 true、false，也不是 1 到 " + statements + " 之间的语句序号",
            List.of());
      }
      must.add(n - 1);
    }
    return must;
  }

  private long ids(String text, String at) {
    try {
      return Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      throw pack.wrong(
          at + ".overlap",
          "'" + text + "' is no count of ids such as 1000",
          "“" + text + "”不是 1000 这样的编号个数",
          List.of());
    }
  }

  private Duration duration(String text, String at) {
    try {
      return DurationStyle.detectAndParse(text);
    } catch (IllegalArgumentException e) {
      throw pack.wrong(
          at + ".overlap",
          "'" + text + "' is no duration such as 5m",
          "“" + text + "”不是 5m 这样的时长",
          List.of());
    }
  }
}
