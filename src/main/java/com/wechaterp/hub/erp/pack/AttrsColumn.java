package com.wechaterp.hub.erp.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names and values of a SKU: pairs such as {@code 颜色:红;尺码:L}, a JSON object, a list of
 * JSON objects, or values beside a column of names.
 */
final class AttrsColumn {

  private static final Pattern PAIRS = Pattern.compile("[;；]");
  private static final Pattern PAIR = Pattern.compile("[:：]");
  private static final Pattern NAMES = Pattern.compile("[|｜]");

  private AttrsColumn() {}

  /**
   * Returns the attributes in their order.
   *
   * @param row the other columns of the ERP's row, one of which may hold the names
   */
  static Map<String, String> read(
      Place place, ColumnRule rule, String text, Map<String, Object> row) {
    if (text.isEmpty()) {
      return Map.of();
    }
    String namesFrom = rule.namesFrom();
    if (namesFrom != null) {
      return named(place, names(place, row.get(namesFrom)), ListColumn.read(place, rule, text));
    }
    ColumnRule.Pairs pairs = rule.pairs();
    if (pairs != null) {
      return JsonText.pairs(place, pairs, text);
    }
    if (rule.json()) {
      return JsonText.object(place, text);
    }
    if (JsonText.looksLike(text)) {
      throw place.wrong(text, Wanted.ATTRS_OR_RULE);
    }
    return written(place, rule, text);
  }

  private static List<String> names(Place place, @Nullable Object given) {
    String text = given == null ? "" : String.valueOf(given).strip();
    return text.startsWith("[")
        ? JsonText.list(place, text).stream().map(String::strip).toList()
        : NAMES.splitAsStream(text).map(String::strip).filter(name -> !name.isEmpty()).toList();
  }

  private static Map<String, String> named(Place place, List<String> names, List<String> values) {
    if (names.size() != values.size()) {
      throw place.wrong(String.join(", ", values), Wanted.NAMED_VALUES);
    }
    Map<String, String> attrs = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      attrs.put(names.get(i), values.get(i));
    }
    return attrs;
  }

  private static Map<String, String> written(Place place, ColumnRule rule, String text) {
    String split = rule.split();
    Pattern between = split == null ? PAIRS : Pattern.compile(Pattern.quote(split));
    Map<String, String> attrs = new LinkedHashMap<>();
    for (String pair : between.split(text)) {
      String[] both = PAIR.split(pair.strip(), 2);
      if (pair.isBlank()) {
        continue;
      }
      if (both.length < 2 || both[0].isBlank()) {
        throw place.wrong(text, Wanted.ATTRS);
      }
      attrs.put(both[0].strip(), both[1].strip());
    }
    return attrs;
  }
}
