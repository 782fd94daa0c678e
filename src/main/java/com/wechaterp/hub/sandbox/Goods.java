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

  /** Returns WeChat's id of the product of a line, or 0 if it does not know it. */
  static long productId(Shop shop, Map<String, Object> line) {
    return Fields.number(product(shop, line), "product_id");
  }

  /** Returns WeChat's id of the SKU of a line, or 0 if it does not know it. */
  static long skuId(Shop shop, Map<String, Object> line) {
    Map<String, Object> ids = Fields.object(product(shop, line).get("sku_ids"));
    return Fields.number(ids, Fields.text(line, "out_sku_id"));
  }

  private static Map<String, Object> product(Shop shop, Map<String, Object> line) {
    return Fields.object(shop.get(Audits.PRODUCT, Fields.text(line, "out_product_id")));
  }

  /** Returns some units of a line with the ids of both sides. */
  static Map<String, Object> shown(Shop shop, Map<String, Object> line, long units) {
    return Fields.of(
        "out_product_id", Fields.text(line, "out_product_id"),
        "product_id", productId(shop, line),
        "out_sku_id", Fields.text(line, "out_sku_id"),
        "sku_id", skuId(shop, line),
        "product_cnt", units);
  }

  /** Returns how many of the goods of one line are in some lines. */
  static long count(List<Map<String, Object>> lines, Map<String, Object> wanted) {
    return lines.stream()
        .filter(line -> isSame(line, wanted))
        .mapToLong(line -> Fields.number(line, "product_cnt"))
        .sum();
  }
}
