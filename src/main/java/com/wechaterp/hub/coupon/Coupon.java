package com.wechaterp.hub.coupon;

import java.util.Map;

/**
 * One coupon as the ERP wants it.
 *
 * @param outCouponId the merchant's id
 * @param body the coupon as {@code shop/coupon/add} wants it, empty fields left out
 * @param status its state as WeChat numbers it, -1 if the ERP does not say
 * @param issuedNum what is left of it, -1 if the ERP does not say
 * @param receiveNum how many were claimed
 */
record Coupon(
    String outCouponId, Map<String, Object> body, long status, long issuedNum, long receiveNum) {}
