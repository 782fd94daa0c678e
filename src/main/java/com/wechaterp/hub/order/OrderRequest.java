package com.wechaterp.hub.order;

import java.time.Duration;
import java.time.Instant;

/**
 * One call about an order that is ready to be made.
 *
 * @param operation the platform operation
 * @param order the order
 * @param now the time of sending
 * @param expiresAt until when it can be paid
 */
record OrderRequest(String operation, Order order, Instant now, Instant expiresAt) {

  /**
   * Returns the request.
   *
   * @param expiry how long an order that names no time can be paid
   */
  static OrderRequest of(String operation, Order order, Instant now, Duration expiry) {
    Instant named = order.paid() ? null : order.expiresAt();
    return new OrderRequest(operation, order, now, named == null ? now.plus(expiry) : named);
  }
}
