package com.wechaterp.hub.shippinginfo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order that is shipped later than WeChat expects, or never [特殊发货报备].
 *
 * @param outOrderId the ERP's order
 * @param orderNo what WeChat knows it by: the transaction, or the merchant's trade number
 * @param type 1 presale, 2 test
 * @param delayTo until when a presale order is shipped; null for a test order
 */
public record SpecialOrder(String outOrderId, String orderNo, int type, @Nullable Instant delayTo) {

  /** 预售. */
  static final int PRESALE = 1;

  /** 测试. */
  static final int TEST = 2;

  boolean isPresale() {
    return type == PRESALE;
  }

  /** Returns WeChat's request body. */
  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("order_id", orderNo);
    body.put("type", (long) type);
    if (isPresale()) {
      body.put("delay_to", Objects.requireNonNull(delayTo).getEpochSecond());
    }
    return body;
  }
}
