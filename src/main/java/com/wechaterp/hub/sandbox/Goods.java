package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/** Lines of goods, told apart by the merchant's ids of product and SKU. */
final class Goods {

  private Goods() {}

  static boolean isSame(Map<String, Object> one, Map<String, Object> other) {
    return Fields.text(one, "out_product_id").equals(Fields.text(other, "out_product_id"))
        && Fields.text(one, "out_sku_id").equals(Fields.text(other, "out_sku_id"));
  }

  /** Returns how many of the goods of one line are in some lines. */
  static long count(List<Map<String, Object>> lines, Map<String, Object> wanted) {
    return lines.stream()
        .filter(line -> isSame(line, wanted))
        .mapToLong(line -> Fields.number(line, "product_cnt"))
        .sum();
  }
}
