package com.wechaterp.hub.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the hub knows about one order at WeChat.
 *
 * @param account the WeChat account
 * @param outOrderId the merchant's id
 * @param orderId WeChat's id, empty until it is known
 * @param openid the buyer, whom WeChat asks for with every call about the order; empty if unknown
 * @param fundType 0 paid outside the scene merchant number, 1 paid through it
 * @param statusCode the state as WeChat numbers it, 0 before it was seen
 * @param orderPrice the price last sent, fen
 * @param transactionId WeChat Pay's transaction, empty until it is paid
 * @param paidAt when it was paid; null if it is not
 * @param expiresAt until when it can be paid; null if unknown
 * @param version counts the changes of this record; 0 before it is stored
 */
public record OrderLink(
    String account,
    String outOrderId,
    String orderId,
    String openid,
    int fundType,
    int statusCode,
    long orderPrice,
    String transactionId,
    @Nullable Instant paidAt,
    @Nullable Instant expiresAt,
    long version) {

  /** Returns the link of an order WeChat has never seen. */
  public static OrderLink unknown(String account, String outOrderId) {
    return new OrderLink(account, outOrderId, "", "", 0, 0, 0, "", null, null, 0);
  }

  /** Returns whether WeChat has the order. */
  public boolean exists() {
    return !orderId.isEmpty();
  }

  /** Returns the state. */
  public OrderStatus status() {
    return OrderStatus.of(statusCode);
  }
}
