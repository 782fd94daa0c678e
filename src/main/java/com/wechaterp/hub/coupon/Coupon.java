package com.wechaterp.hub.coupon;

import com.wechaterp.hub.document.ExtraFields;
import java.util.Map;

/**
 * One coupon as the ERP wants it.
 *
 * @param outCouponId the merchant's id
 * @param body the coupon as {@code shop/coupon/add} wants it, empty fields left out
 * @param status its state as WeChat numbers it, -1 if the ERP does not say
 * @param issuedNum what is left of it, -1 if the ERP does not say
 * @param receiveNum how many were claimed
 * @param extra what the pack gives beside the columns of its port
 */
record Coupon(
    String outCouponId,
    Map<String, Object> body,
    long status,
    long issuedNum,
    long receiveNum,
    ExtraFields extra) {

  /** Returns what an operation that takes the whole coupon is sent. */
  Map<String, Object> bodyOf(String operation) {
    return extra.into(operation, Map.of("coupon", body));
  }
}
