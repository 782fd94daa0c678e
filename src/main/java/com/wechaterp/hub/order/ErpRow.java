package com.wechaterp.hub.order;

import com.wechaterp.hub.plan.Hold;
import org.jspecify.annotations.Nullable;

/**
 * An order of the ERP, or why its rows cannot be read.
 *
 * @param order the order; null if the ERP has none, or its rows cannot be read
 * @param unreadable why; null if they can
 */
record ErpRow(@Nullable Order order, @Nullable Hold unreadable) {

  static final ErpRow NONE = new ErpRow(null, null);
}
