package com.wechaterp.hub.wechat;

import com.wechaterp.hub.wechat.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a request is about, as the timeline knows it.
 *
 * @param subject the kind of thing, such as {@code order}
 * @param key its business id
 */
record BusinessId(String subject, String key) {

  /** The fields that name it, the narrower thing first: an after-sale names its order too. */
  private static final List<BusinessId> FIELDS =
      List.of(
          new BusinessId("aftersale", "aftersale_id"),
          new BusinessId("aftersale", "out_aftersale_id"),
          new BusinessId("order", "out_order_id"),
          new BusinessId("product", "out_product_id"),
          new BusinessId("payment", "trade_no"),
          new BusinessId("withdrawal", "out_request_no"));

  /** Returns what a body names; the operation itself where it names nothing. */
  static BusinessId of(Operation operation, Map<String, ?> body) {
    return FIELDS.stream()
        .filter(field -> !Objects.toString(body.get(field.key), "").isBlank())
        .findFirst()
        .map(field -> new BusinessId(field.subject, String.valueOf(body.get(field.key))))
        .orElseGet(() -> new BusinessId("wechat", operation.id()));
  }
}
