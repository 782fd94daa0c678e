package com.wechaterp.hub.pay;

/**
 * A refund asked for.
 *
 * @param mchid the merchant number that was paid
 * @param openid the buyer
 * @param tradeNo the payment
 * @param refundNo the merchant's number of the refund, which makes asking twice harmless
 * @param refundAmount fen
 */
public record Refund(
    String mchid, String openid, String tradeNo, String refundNo, long refundAmount) {}
