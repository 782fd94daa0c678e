package com.wechaterp.hub.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which calls took effect at WeChat, counted by operation and business id.
 *
 * <p>{@code order/add} with an id that WeChat knows gives the same order again, which is one effect
 * (see the sandbox's orders): that is told by WeChat's own id in the answer.
 */
final class Effects {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> IDS =
      List.of("out_product_id", "out_order_id", "out_aftersale_id", "aftersale_id");

  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private final Set<String> orders = ConcurrentHashMap.newKeySet();

  /** Counts a call that WeChat answered without an error. */
  void answered(String operation, byte[] request, byte[] answer) {
    try {
      JsonNode told = JSON.readTree(answer);
      String made = told.path("data").path("order_id").asString("");
      if (told.path("errcode").asInt(-1) != 0 || !made.isEmpty() && !orders.add(made)) {
        return;
      }
      JsonNode asked = JSON.readTree(request);
      for (String id : IDS) {
        String value = asked.path(id).asString("");
        if (!value.isEmpty()) {
          counts
              .computeIfAbsent(operation + " " + value, key -> new AtomicInteger())
              .incrementAndGet();
        }
      }
    } catch (JacksonException e) {
      // A picture or a page: nothing that has a business id.
      return;
    }
  }

  /** Returns how often an operation took effect for a business id. */
  int of(String operation, String id) {
    AtomicInteger count = counts.get(operation + " " + id);
    return count == null ? 0 : count.get();
  }

  /** Returns everything that took effect for a business id, for people who look for a reason. */
  Map<String, Integer> of(String id) {
    Map<String, Integer> all = new LinkedHashMap<>();
    counts.forEach(
        (key, count) -> {
          if (key.endsWith(" " + id)) {
            all.put(key.substring(0, key.indexOf(' ')), count.get());
          }
        });
    return all;
  }

  void clear() {
    counts.clear();
    orders.clear();
  }
}
