package com.wechaterp.hub.product;

import com.wechaterp.hub.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of one document, read with their types; what is wrong is collected. */
final class Columns {

  private final String key;
  private final String prefix;
  private final Map<String, ?> values;
  private final List<Problem> problems;

  Columns(String key, String prefix, Map<String, ?> values) {
    this(key, prefix, values, new ArrayList<>());
  }

  private Columns(String key, String prefix, Map<String, ?> values, List<Problem> problems) {
    this.key = key;
    this.prefix = prefix;
    this.values = values;
    this.problems = problems;
  }

  void end() {
    ProductReader.holdIfAny(key, problems);
  }

  String text(String column) {
    return text(column, "");
  }

  String text(String column, String otherwise) {
    Object value = values.get(column);
    if (value instanceof Map || value instanceof List) {
      return wrong(column, value, "text", otherwise);
    }
    return value == null ? otherwise : plain(value);
  }

  boolean flag(String column, boolean otherwise) {
    Object value = values.get(column);
    if (value == null) {
      return otherwise;
    }
    return value instanceof Boolean flag ? flag : wrong(column, value, "true/false", otherwise);
  }

  long number(String column) {
    Object value = values.get(column);
    return value == null ? wrong(column, "NULL", "integer", 0L) : number(column, 0L);
  }

  long number(String column, long otherwise) {
    Object value = values.get(column);
    if (value == null) {
      return otherwise;
    }
    try {
      return new BigDecimal(value.toString()).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      return wrong(column, value, "integer", otherwise);
    }
  }

  List<String> texts(String column) {
    Object value = values.get(column);
    if (value == null || "".equals(value)) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      return value instanceof Map ? wrong(column, value, "list", List.of()) : List.of(plain(value));
    }
    return list.stream()
        .map(each -> each == null ? "" : plain(each))
        .filter(each -> !each.isEmpty())
        .toList();
  }

  String first(String column) {
    List<String> all = texts(column);
    return all.isEmpty() ? "" : all.get(0);
  }

  Map<String, String> attributes(String column) {
    Object value = values.get(column);
    Map<String, String> attributes = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, text) -> attributes.put(String.valueOf(name), plain(text)));
      return attributes;
    }
    return value == null ? attributes : wrong(column, value, "name: value", attributes);
  }

  List<Columns> rows(String column) {
    if (!(values.get(column) instanceof List<?> list)) {
      return List.of();
    }
    List<Columns> rows = new ArrayList<>();
    for (Object row : list) {
      Map<String, Object> fields = new LinkedHashMap<>();
      if (row instanceof Map<?, ?> map) {
        map.forEach((name, value) -> fields.put(String.valueOf(name), value));
      }
      rows.add(new Columns(key, column + "[" + fields.get("out_sku_id") + "].", fields, problems));
    }
    return rows;
  }

  private <T> T wrong(String column, Object value, String type, T instead) {
    problems.add(
        Problem.of(
            "product-column", "key", key, "field", prefix + column, "found", value, "type", type));
    return instead;
  }

  private static String plain(@Nullable Object value) {
    return value instanceof BigDecimal exact ? exact.toPlainString() : String.valueOf(value);
  }
}
