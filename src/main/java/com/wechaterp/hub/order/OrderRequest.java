package com.wechaterp.hub.order;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call about an order that is ready to be made.
 *
 * @param operation the platform operation
 * @param order the order
 * @param times what WeChat is told of when it was placed and until when it can be paid
 */
record OrderRequest(String operation, Order order, OrderTimes times) {

  /**
   * Returns the request.
   *
   * @param told when WeChat was last told that the order was placed; null if it never was
   * @param now the time at WeChat
   * @param expiry how long an order that names no time can be paid
   */
  static OrderRequest of(
      String operation, Order order, @Nullable Instant told, Instant now, Duration expiry) {
    return new OrderRequest(operation, order, OrderTimes.of(order, told, now, expiry));
  }
}
