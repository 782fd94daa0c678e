package com.wechaterp.hub.document;

import com.wechaterp.hub.problem.Addresses;
import com.wechaterp.hub.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one document of the ERP, read with their types; what is wrong is collected.
 *
 * <p>An object such as {@code order} says its findings as the problems {@code order-column} and
 * {@code order-rules}.
 */
public final class Columns {

  /** Where a document has what is wrong in the ERP's rows, if the rest of them was read on. */
  public static final String PROBLEMS = "problems";

  private final String object;
  private final String key;
  private final String prefix;
  private final Map<String, ?> values;
  private final List<Problem> problems;

  /**
   * Begins to read a document.
   *
   * @param object what it is, such as {@code order}
   * @param key its business id
   */
  public Columns(String object, String key, Map<String, ?> values) {
    this(object, key, "", values, new ArrayList<>());
  }

  private Columns(
      String object, String key, String prefix, Map<String, ?> values, List<Problem> problems) {
    this.object = object;
    this.key = key;
    this.prefix = prefix;
    this.values = values;
    this.problems = problems;
  }

  /**
   * Ends the reading.
   *
   * @throws com.wechaterp.hub.plan.HoldException if columns have the wrong type, all of them named
   */
  public void end() {
    Findings.holdIfAny(object, key, problems);
  }

  /** Returns what was found wrong when the ERP's rows were read. */
  public List<Problem> inRows() {
    return values.get(PROBLEMS) instanceof List<?> list
        ? list.stream().filter(Problem.class::isInstance).map(Problem.class::cast).toList()
        : List.of();
  }

  /** Returns what is wrong so far, for who does not hold the key for it. */
  public List<Problem> findings() {
    return List.copyOf(problems);
  }

  /** Returns whether the column is there and not NULL. */
  public boolean has(String column) {
    return values.get(column) != null;
  }

  /** Returns a text, empty for NULL. */
  public String text(String column) {
    return text(column, "");
  }

  /** Returns a text. */
  public String text(String column, String otherwise) {
    Object value = values.get(column);
    if (value instanceof Map || value instanceof List) {
      return wrong(column, value, "text", otherwise);
    }
    return value == null ? otherwise : plain(value);
  }

  /** Returns a flag. */
  public boolean flag(String column, boolean otherwise) {
    Object value = values.get(column);
    if (value == null) {
      return otherwise;
    }
    return value instanceof Boolean flag ? flag : wrong(column, value, "true/false", otherwise);
  }

  /** Returns a whole number that must be there; amounts are fen. */
  public long number(String column) {
    Object value = values.get(column);
    return value == null ? wrong(column, "NULL", "integer", 0L) : number(column, 0L);
  }

  /** Returns a whole number. */
  public long number(String column, long otherwise) {
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

  /** Returns a time, null for NULL. */
  public @Nullable Instant time(String column) {
    Object value = values.get(column);
    if (value == null || value instanceof Instant) {
      return (Instant) value;
    }
    problems.add(finding(column, value, "time"));
    return null;
  }

  /** Returns what the pack gives beside the columns of its port. */
  public ExtraFields extra() {
    return values.get("extra") instanceof ExtraFields extra ? extra : ExtraFields.NONE;
  }

  /** Returns a list of texts, empty for NULL. */
  public List<String> texts(String column) {
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

  /** Returns the first of a list of texts, empty if there is none. */
  public String first(String column) {
    List<String> all = texts(column);
    return all.isEmpty() ? "" : all.get(0);
  }

  /** Returns names and values in order. */
  public Map<String, String> attributes(String column) {
    Object value = values.get(column);
    Map<String, String> attributes = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, text) -> attributes.put(String.valueOf(name), plain(text)));
      return attributes;
    }
    return value == null ? attributes : wrong(column, value, "name: value", attributes);
  }

  /**
   * Returns the nested rows of a list.
   *
   * @param id the column that names a row in findings
   */
  public List<Columns> rows(String column, String id) {
    if (!(values.get(column) instanceof List<?> list)) {
      return List.of();
    }
    List<Columns> rows = new ArrayList<>();
    for (Object row : list) {
      Map<String, Object> fields = new LinkedHashMap<>();
      if (row instanceof Map<?, ?> map) {
        map.forEach((name, value) -> fields.put(String.valueOf(name), value));
      }
      rows.add(new Columns(object, key, column + "[" + fields.get(id) + "].", fields, problems));
    }
    return rows;
  }

  private <T> T wrong(String column, Object value, String type, T instead) {
    problems.add(finding(column, value, type));
    return instead;
  }

  private Problem finding(String column, Object value, String type) {
    return Problem.of(
        object + "-column",
        "key",
        key,
        "field",
        prefix + column,
        "found",
        Addresses.shownIn(String.valueOf(value)),
        "type",
        type);
  }

  private static String plain(@Nullable Object value) {
    return value instanceof BigDecimal exact ? exact.toPlainString() : String.valueOf(value);
  }
}
