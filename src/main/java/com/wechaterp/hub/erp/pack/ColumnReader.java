package com.wechaterp.hub.erp.pack;

import com.wechaterp.hub.document.WebAddress;
import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one canonical value out of what a column of the ERP holds. */
final class ColumnReader {

  private static final Set<String> YES = Set.of("1", "true", "t", "y", "yes", "是");
  private static final Set<String> NO = Set.of("0", "false", "f", "n", "no", "否", "");

  /** A DOUBLE of yuan is off by less than this; anything larger is a real third decimal. */
  private static final BigDecimal NOISE = new BigDecimal("0.000001");

  private final Pack pack;
  private final Port port;
  private final TimeColumn times;

  ColumnReader(Pack pack, Port port) {
    this.pack = pack;
    this.port = port;
    this.times = new TimeColumn(pack.zone());
  }

  @Nullable Object read(
      Place place, PortColumn column, @Nullable Object raw, Map<String, Object> row) {
    ColumnRule rule = port.rule(column.name());
    Object given = raw == null ? rule.otherwise() : raw;
    if (given != null && column.type() == ColumnType.TIME) {
      given = time(place, rule, given);
    }
    if (given == null) {
      if (column.type() == ColumnType.STOCK) {
        return StockColumn.read(place, rule.stock(), null, row);
      }
      if (column.required()) {
        throw new ProblemException(
            Problem.of(
                "erp-value-null",
                "key",
                place.key(),
                "column",
                place.column(),
                "file",
                port.file(),
                "port",
                port.name()));
      }
      return null;
    }
    if (given instanceof Instant) {
      return given;
    }
    String text = mapped(place, rule, ValueText.of(given));
    return switch (column.type()) {
      case TEXT -> address(rule, text);
      case FEN -> fen(place, rule, text);
      case COUNT -> count(place, text);
      case STOCK -> StockColumn.read(place, rule.stock(), text, row);
      case FLAG -> flag(place, text);
      case LIST ->
          ListColumn.read(place, rule, text).stream().map(one -> address(rule, one)).toList();
      case ATTRS -> AttrsColumn.read(place, rule, text, row);
      case EXTRA -> extra(place, rule, given, text);
      case TIME -> throw place.wrong(text, Wanted.time(rule));
    };
  }

  private @Nullable Instant time(Place place, ColumnRule rule, Object given) {
    try {
      return times.read(rule.unit(), rule.format(), given);
    } catch (DateTimeException | NumberFormatException e) {
      throw place.wrong(ValueText.of(given), Wanted.time(rule));
    }
  }

  private Object extra(Place place, ColumnRule rule, Object given, String text) {
    if (rule.json()) {
      return JsonText.value(place, text);
    }
    return rule.money() == null
        ? ExtraValue.of(rule.map() == null ? given : text, text)
        : fen(place, rule, text);
  }

  private String mapped(Place place, ColumnRule rule, String text) {
    String name = rule.map();
    if (name == null) {
      return text;
    }
    Map<String, String> map = pack.values().getOrDefault(name, Map.of());
    String value = map.getOrDefault(text, map.get(Pack.OTHERWISE));
    if (value == null) {
      List<String> nearest = Nearest.of(text, map.keySet());
      throw new ProblemException(
          Problem.of(
              "erp-value-unmapped",
              "key",
              place.key(),
              "column",
              place.column(),
              "value",
              text,
              "map",
              name,
              "nearest",
              nearest.isEmpty() ? "-" : String.join(", ", nearest)));
    }
    return value;
  }

  private static String address(ColumnRule rule, String text) {
    String base = rule.base();
    if (base != null && !text.isEmpty()) {
      return WebAddress.resolved(base, text);
    }
    if (rule.htmlImages() && text.startsWith("//")) {
      return "https:" + text;
    }
    String prefix = rule.prefix();
    return prefix == null || text.isEmpty() || text.contains("://") ? text : prefix + text;
  }

  /** Money is exact: yuan with two decimals at most, whatever the column's type. */
  private Long fen(Place place, ColumnRule rule, String text) {
    BigDecimal given = number(place, text);
    BigDecimal fen = "yuan".equals(rule.money()) ? given.movePointRight(2) : given;
    BigDecimal whole = fen.setScale(0, RoundingMode.HALF_UP);
    if (fen.subtract(whole).abs().compareTo(NOISE) > 0) {
      throw place.wrong(text, Wanted.FEN);
    }
    return exact(place, whole, text);
  }

  private Long count(Place place, String text) {
    return exact(place, number(place, text), text);
  }

  private Long exact(Place place, BigDecimal number, String text) {
    try {
      return number.longValueExact();
    } catch (ArithmeticException e) {
      throw place.wrong(text, Wanted.WHOLE_NUMBER);
    }
  }

  private BigDecimal number(Place place, String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw place.wrong(text, Wanted.NUMBER);
    }
  }

  private Boolean flag(Place place, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (YES.contains(lower)) {
      return true;
    }
    if (NO.contains(lower)) {
      return false;
    }
    throw place.wrong(text, Wanted.FLAG);
  }
}
