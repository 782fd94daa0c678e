package com.wechaterp.hub.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and copies the fields of documents. */
final class Fields {

  private Fields() {}

  static String text(Map<String, ?> document, String name) {
    Object value = document.get(name);
    return value == null ? "" : String.valueOf(value);
  }

  static long number(Map<String, ?> document, String name) {
    String text = text(document, name);
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
  }

  static List<Map<String, Object>> objects(@Nullable Object value) {
    List<Map<String, Object>> objects = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(element -> objects.add(object(element)));
    }
    return objects;
  }

  /** Returns the object under a name, put there if there was none. */
  static Map<String, Object> within(Map<String, Object> document, String name) {
    Map<String, Object> object = object(document.get(name));
    document.put(name, object);
    return object;
  }

  static List<String> texts(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  /** Returns a copy that shares nothing with the original. */
  static Map<String, Object> copy(Map<String, ?> document) {
    Map<String, Object> copy = new LinkedHashMap<>();
    document.forEach((name, value) -> copy.put(name, copyOf(value)));
    return copy;
  }

  private static Object copyOf(@Nullable Object value) {
    if (value instanceof Map<?, ?>) {
      return copy(object(value));
    }
    if (value instanceof List<?> list) {
      List<Object> copies = new ArrayList<>();
      list.forEach(element -> copies.add(copyOf(element)));
      return copies;
    }
    return value == null ? "" : value;
  }

  /** Returns a document of names and values; a missing value leaves its name out. */
  static Map<String, Object> of(@Nullable Object... namesAndValues) {
    Map<String, Object> document = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value != null) {
        document.put(String.valueOf(namesAndValues[i]), value);
      }
    }
    return document;
  }
}
