package com.wechaterp.hub.erp.pack;

import com.wechaterp.hub.problem.Addresses;
import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Makes one canonical value out of what a column of the ERP holds. */
final class ColumnReader {

  private static final Pattern IMAGE =
      Pattern.compile("<img[^>]*?\\ssrc\\s*=\\s*[\"']([^\"']+)[\"']");
  private static final Set<String> YES = Set.of("1", "true", "t", "y", "yes", "是");
  private static final Set<String> NO = Set.of("0", "false", "f", "n", "no", "否", "");

  /** A DOUBLE of yuan is off by less than this; anything larger is a real third decimal. */
  private static final BigDecimal NOISE = new BigDecimal("0.000001");

  private final Pack pack;
  private final Port port;
  private final JsonMapper json = JsonMapper.builder().build();
  private final TimeColumn times;

  ColumnReader(Pack pack, Port port) {
    this.pack = pack;
    this.port = port;
    this.times = new TimeColumn(pack.zone());
  }

  /** Where a value stands, for errors. */
  record Place(String key, String column) {}

  @Nullable Object read(
      Place place, PortColumn column, @Nullable Object raw, Map<String, Object> row) {
    ColumnRule rule = port.rule(column.name());
    Object given = raw == null ? rule.otherwise() : raw;
    if (given != null && column.type() == ColumnType.TIME) {
      given = time(place, rule, given);
    }
    if (given == null) {
      if (column.required()) {
        throw new ProblemException(
            Problem.of(
                "erp-value-null",
                "key",
                place.key,
                "column",
                place.column,
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
    String text = mapped(place, rule, text(given));
    return switch (column.type()) {
      case TEXT -> prefixed(rule, text);
      case FEN -> fen(place, rule, text);
      case COUNT -> count(place, text);
      case FLAG -> flag(place, text);
      case LIST -> list(place, rule, text).stream().map(one -> prefixed(rule, one)).toList();
      case ATTRS -> attrs(place, rule, text, row);
      case TIME -> throw wrong(place, text, Wanted.time(rule.unit()));
    };
  }

  private @Nullable Instant time(Place place, ColumnRule rule, Object given) {
    try {
      return times.read(rule.unit(), given);
    } catch (DateTimeException | NumberFormatException e) {
      throw wrong(place, text(given), Wanted.time(rule.unit()));
    }
  }

  private static String text(Object given) {
    if (given instanceof byte[] bytes) {
      return bytes.length == 1
          ? String.valueOf(bytes[0])
          : new String(bytes, StandardCharsets.UTF_8);
    }
    if (given instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (given instanceof Double || given instanceof Float) {
      return new BigDecimal(given.toString()).toPlainString();
    }
    return String.valueOf(given).strip();
  }

  private String mapped(Place place, ColumnRule rule, String text) {
    String name = rule.map();
    if (name == null) {
      return text;
    }
    Map<String, String> map = pack.values().getOrDefault(name, Map.of());
    String value = map.get(text);
    if (value == null) {
      List<String> nearest = Nearest.of(text, map.keySet());
      throw new ProblemException(
          Problem.of(
              "erp-value-unmapped",
              "key",
              place.key,
              "column",
              place.column,
              "value",
              text,
              "map",
              name,
              "nearest",
              nearest.isEmpty() ? "-" : String.join(", ", nearest)));
    }
    return value;
  }

  private static String prefixed(ColumnRule rule, String text) {
    String prefix = rule.prefix();
    return prefix == null || text.isEmpty() || text.contains("://") ? text : prefix + text;
  }

  /** Money is exact: yuan with two decimals at most, whatever the column's type. */
  private Long fen(Place place, ColumnRule rule, String text) {
    BigDecimal given = number(place, text);
    BigDecimal fen = "yuan".equals(rule.money()) ? given.movePointRight(2) : given;
    BigDecimal whole = fen.setScale(0, RoundingMode.HALF_UP);
    if (fen.subtract(whole).abs().compareTo(NOISE) > 0) {
      throw wrong(place, text, Wanted.FEN);
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
      throw wrong(place, text, Wanted.WHOLE_NUMBER);
    }
  }

  private BigDecimal number(Place place, String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw wrong(place, text, Wanted.NUMBER);
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
    throw wrong(place, text, Wanted.FLAG);
  }

  private List<String> list(Place place, ColumnRule rule, String text) {
    List<String> values = new ArrayList<>();
    String split = rule.split();
    if (rule.json()) {
      jsonList(place, text).forEach(values::add);
    } else if (rule.htmlImages()) {
      Matcher images = IMAGE.matcher(text);
      while (images.find()) {
        values.add(images.group(1));
      }
    } else if (split != null) {
      values.addAll(List.of(text.split(Pattern.quote(split))));
    } else {
      values.add(text);
    }
    return values.stream()
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .limit(rule.first() == 0 ? Integer.MAX_VALUE : rule.first())
        .toList();
  }

  private List<String> jsonList(Place place, String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    try {
      List<?> parsed = json.readValue(text, List.class);
      return parsed == null ? List.of() : parsed.stream().map(String::valueOf).toList();
    } catch (JacksonException e) {
      throw wrong(place, text, Wanted.JSON_LIST);
    }
  }

  /** Attributes are pairs such as {@code 颜色:红;尺码:L}, or values beside a column of names. */
  private Map<String, String> attrs(
      Place place, ColumnRule rule, String text, Map<String, Object> row) {
    Map<String, String> attrs = new LinkedHashMap<>();
    if (text.isEmpty()) {
      return attrs;
    }
    String namesFrom = rule.namesFrom();
    if (namesFrom != null) {
      Object given = row.get(namesFrom);
      String[] names = given == null ? new String[0] : String.valueOf(given).split("\\|");
      List<String> values = list(place, rule, text);
      if (names.length != values.size()) {
        throw wrong(place, text, Wanted.NAMED_VALUES);
      }
      for (int i = 0; i < names.length; i++) {
        attrs.put(names[i].strip(), values.get(i));
      }
      return attrs;
    }
    for (String pair : text.split(";")) {
      int colon = pair.indexOf(':');
      if (colon < 1) {
        throw wrong(place, text, Wanted.ATTRS);
      }
      attrs.put(pair.substring(0, colon).strip(), pair.substring(colon + 1).strip());
    }
    return attrs;
  }

  private ProblemException wrong(Place place, String value, Wanted wanted) {
    String shown = Addresses.shownIn(value);
    return new ProblemException(
        Problem.of(
            "erp-value-wrong",
            "key",
            place.key,
            "column",
            place.column,
            "value",
            shown.length() > 80 ? shown.substring(0, 80) + "…" : shown,
            "wantedEn",
            wanted.en(),
            "wantedZh",
            wanted.zh(),
            "file",
            port.file()));
  }
}
