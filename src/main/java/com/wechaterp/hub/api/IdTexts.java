package com.wechaterp.hub.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives WeChat's ids as text: as numbers they lose their last digits in many languages. */
final class IdTexts {

  private IdTexts() {}

  static Map<String, @Nullable Object> in(Map<?, ?> answer) {
    Map<String, @Nullable Object> texts = new LinkedHashMap<>();
    answer.forEach((name, value) -> texts.put(String.valueOf(name), one(name, value)));
    return texts;
  }

  private static @Nullable Object one(Object name, @Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return in(object);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(each -> one(name, each)).toList();
    }
    return value instanceof Number && String.valueOf(name).endsWith("_id")
        ? value.toString()
        : value;
  }
}
