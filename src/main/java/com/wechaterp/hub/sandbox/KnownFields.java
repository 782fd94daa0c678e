package com.wechaterp.hub.sandbox;

import com.wechaterp.hub.wechat.contract.Field;
import com.wechaterp.hub.wechat.contract.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps of a request what its operation knows: WeChat overlooks the rest and never shows it. */
final class KnownFields {

  private KnownFields() {}

  static Map<String, Object> of(Operation operation, Map<String, Object> request) {
    List<Field> fields = new ArrayList<>(operation.query());
    fields.addAll(operation.request());
    return of(fields, request);
  }

  /** An object of which the contract names no fields stays as it is. */
  private static Map<String, Object> of(List<Field> fields, Map<String, Object> object) {
    if (fields.isEmpty()) {
      return object;
    }
    Map<String, Object> kept = new LinkedHashMap<>();
    object.forEach(
        (name, value) -> find(fields, name).ifPresent(field -> kept.put(name, of(field, value))));
    return kept;
  }

  private static Optional<Field> find(List<Field> fields, String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  private static Object of(Field field, Object value) {
    if (value instanceof List<?> list) {
      List<Object> kept = new ArrayList<>();
      list.forEach(element -> kept.add(of(field, element)));
      return kept;
    }
    return value instanceof Map<?, ?> ? of(field.fields(), Fields.object(value)) : value;
  }
}
