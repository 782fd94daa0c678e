package com.wechaterp.hub.shippinginfo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What names a payment: WeChat Pay's transaction, or the merchant's number and trade number.
 *
 * @param merchantId the merchant number [商户号]
 * @param merchantTradeNo the merchant's number of the payment [商户单号]
 */
record PaymentKey(String transactionId, String merchantId, String merchantTradeNo) {

  private static final int BY_MERCHANT = 1;
  private static final int BY_TRANSACTION = 2;

  static PaymentKey ofTransaction(String transactionId) {
    return new PaymentKey(transactionId, "", "");
  }

  boolean isComplete() {
    return byTransaction() || !merchantId.isEmpty() && !merchantTradeNo.isEmpty();
  }

  boolean byTransaction() {
    return !transactionId.isEmpty();
  }

  /** Returns what a person knows it by. */
  String name() {
    return merchantTradeNo.isEmpty() ? transactionId : merchantTradeNo;
  }

  /** Returns the {@code order_key} of an upload. */
  Map<String, Object> orderKey() {
    Map<String, Object> key = new LinkedHashMap<>();
    if (byTransaction()) {
      key.put("order_number_type", (long) BY_TRANSACTION);
      key.put("transaction_id", transactionId);
    } else {
      key.put("order_number_type", (long) BY_MERCHANT);
      key.put("mchid", merchantId);
      key.put("out_trade_no", merchantTradeNo);
    }
    return key;
  }

  /** Returns the fields by which the other operations name it. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (byTransaction()) {
      fields.put("transaction_id", transactionId);
    } else {
      fields.put("merchant_id", merchantId);
      fields.put("merchant_trade_no", merchantTradeNo);
    }
    return fields;
  }
}
