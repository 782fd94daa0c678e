package com.wechaterp.hub.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an order is paid, and what the ERP knows of its payment.
 *
 * @param methodType how it is paid, as WeChat numbers it
 * @param prepayId the merchant's own prepay id, or empty
 * @param prepayTime when that was got; null if there is none
 * @param action what became of the payment
 * @param remark more about it, or empty
 * @param transactionId WeChat Pay's transaction, or empty
 * @param paidAt when it was paid; null if it was not
 */
public record Payment(
    int methodType,
    String prepayId,
    @Nullable Instant prepayTime,
    PaymentAction action,
    String remark,
    String transactionId,
    @Nullable Instant paidAt) {

  /** WeChat Pay [微信支付]. */
  public static final int BY_WECHAT_PAY = 0;
}
