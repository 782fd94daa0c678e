package com.wechaterp.hub.rehearsal.demo;

import java.util.Map;
import java.util.TreeMap;

/** What was sent about products between two readings of the sandbox's counts, reads left out. */
final class SentProducts {

  private SentProducts() {}

  static Map<String, Long> between(Map<?, ?> before, Map<?, ?> after) {
    Map<String, Long> sent = new TreeMap<>();
    after.forEach(
        (key, count) -> {
          String operation = String.valueOf(key);
          long more = number(count) - (before.containsKey(key) ? number(before.get(key)) : 0);
          if (more > 0
              && operation.startsWith("shop/spu/")
              && !operation.startsWith("shop/spu/get")) {
            sent.put(operation, more);
          }
        });
    return sent;
  }

  private static long number(Object count) {
    return ((Number) count).longValue();
  }
}
