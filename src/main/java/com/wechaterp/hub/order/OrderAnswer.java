package com.wechaterp.hub.order;

import com.wechaterp.hub.problem.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the mini-program's backend is answered about an order.
 *
 * @param pending why the order is still on its way to WeChat, so that the backend asks later; null
 *     if it has arrived
 * @param fields the answer, by WeChat's field names; ids as text
 */
public record OrderAnswer(@Nullable Problem pending, Map<String, Object> fields) {

  public OrderAnswer {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  static OrderAnswer of(Map<String, Object> fields) {
    return new OrderAnswer(null, fields);
  }
}
