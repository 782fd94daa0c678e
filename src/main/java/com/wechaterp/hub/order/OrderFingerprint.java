package com.wechaterp.hub.order;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** A digest of a request's content, whatever the order of its fields. */
final class OrderFingerprint {

  private OrderFingerprint() {}

  static String of(Map<String, ?> body) {
    return DigestUtils.sha256Hex(String.valueOf(sorted(body)));
  }

  private static @Nullable Object sorted(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((name, part) -> sorted.put(String.valueOf(name), String.valueOf(sorted(part))));
      return sorted;
    }
    return value instanceof List<?> list
        ? list.stream().map(OrderFingerprint::sorted).toList()
        : value;
  }
}
