package com.wechaterp.hub.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a pack gives beside the columns of its port: fields that WeChat knows and the hub does not
 * send by itself.
 */
public record ExtraFields(List<ExtraField> all) {

  /** What almost every pack gives. */
  public static final ExtraFields NONE = new ExtraFields(List.of());

  public ExtraFields {
    all = List.copyOf(all);
  }

  /** Returns those that go into one of some operations. */
  private List<ExtraField> in(Collection<String> operations) {
    return all.stream()
        .filter(field -> operations.stream().anyMatch(field.operations()::contains))
        .toList();
  }

  /** Returns what tells those of some operations from any others; empty if there are none. */
  public String text(Collection<String> operations) {
    return in(operations).stream()
        .map(field -> "|" + field.path() + new TreeMap<>(field.element()) + "=" + field.value())
        .collect(Collectors.joining());
  }

  /**
   * Returns the body of an operation with the fields that go into it. What the hub itself sends is
   * never replaced; a field of an element that is not in the body is left out.
   */
  public Map<String, Object> into(String operation, Map<String, Object> body) {
    List<ExtraField> fields = in(List.of(operation));
    if (fields.isEmpty()) {
      return body;
    }
    Map<String, Object> extended = copy(body);
    fields.forEach(field -> put(extended, Arrays.asList(field.path().split("\\.")), field));
    return extended;
  }

  private static void put(Map<String, Object> into, List<String> path, ExtraField field) {
    String name = path.get(0);
    if (path.size() == 1) {
      into.putIfAbsent(name, field.value());
      return;
    }
    List<String> rest = path.subList(1, path.size());
    each(into.computeIfAbsent(name, absent -> new LinkedHashMap<>())).stream()
        .filter(element -> isMeant(element, field))
        .forEach(element -> put(element, rest, field));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> each(Object value) {
    List<?> elements = value instanceof List<?> list ? list : List.of(value);
    return elements.stream()
        .filter(Map.class::isInstance)
        .map(element -> (Map<String, Object>) element)
        .toList();
  }

  /** An element names itself by some of the ids; an object without any is on the way to it. */
  private static boolean isMeant(Map<String, Object> element, ExtraField field) {
    return field.element().entrySet().stream()
        .allMatch(
            id ->
                !element.containsKey(id.getKey())
                    || plain(id.getValue()).equals(plain(element.get(id.getKey()))));
  }

  private static String plain(@Nullable Object id) {
    return PastedText.plain(String.valueOf(id));
  }

  private static Map<String, Object> copy(Map<?, ?> map) {
    Map<String, Object> copied = new LinkedHashMap<>();
    map.forEach((name, value) -> copied.put(String.valueOf(name), copied(value)));
    return copied;
  }

  private static Object copied(Object value) {
    if (value instanceof Map<?, ?> map) {
      return copy(map);
    }
    if (value instanceof List<?> list) {
      List<Object> elements = new ArrayList<>();
      list.forEach(element -> elements.add(copied(element)));
      return elements;
    }
    return value;
  }
}
