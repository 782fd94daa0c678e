package com.wechaterp.hub.sandbox;

import java.util.Map;

/** Writes what a buyer asks back on WeChat's own pages. */
final class Claim {

  private static final int NO_LONGER_WANTED = 2;

  private Claim() {}

  /** Returns the line of a product, or the first. */
  static Map<String, Object> line(Map<String, Object> order, String product) {
    return Orders.lines(order).stream()
        .filter(line -> product.isEmpty() || Fields.text(line, "out_product_id").equals(product))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The order has no goods " + product));
  }

  /**
   * Returns a request of ecaftersale/add without an id of the merchant's.
   *
   * @param count how many units; 0 for all that are left
   * @param amount how much in fen; 0 for all that these may cost
   */
  static Map<String, Object> request(
      Shop shop,
      Map<String, Object> order,
      Map<String, Object> line,
      int type,
      long count,
      long amount,
      String reason) {
    Refundable refundable = new Refundable(order, AfterSales.of(shop, order));
    long units = count == 0 ? refundable.units(line) : count;
    Map<String, Object> goods =
        Fields.of(
            "out_product_id", line.get("out_product_id"),
            "out_sku_id", line.get("out_sku_id"),
            "product_cnt", units);
    Map<String, Object> request = Orders.ids(order);
    request.put("openid", order.get("openid"));
    request.put("type", type);
    request.put("orderamt", amount == 0 ? refundable.amount(line, units) : amount);
    request.put("refund_reason_type", NO_LONGER_WANTED);
    request.put("refund_reason", reason);
    request.put("product_info", goods);
    return request;
  }
}
