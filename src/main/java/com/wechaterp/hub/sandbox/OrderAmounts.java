package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/** The two equations an order's amounts must satisfy, in fen (WeChat docs, orders [订单]). */
final class OrderAmounts {

  private OrderAmounts() {}

  /**
   * Checks both equations.
   *
   * @throws SandboxError 1010040 if one is violated, 1010005 or 1010003 if an amount is no sensible
   *     one: what is paid for an order, and for each line of it, is never 0
   */
  static void check(List<Map<String, Object>> lines, Map<String, Object> price) {
    lines.forEach(OrderAmounts::checkLine);
    if (Fields.number(price, "order_price") == 0) {
      throw OrderRefusal.of("price_info");
    }
    for (String name : List.of("order_price", "freight", "discounted_price", "additional_price")) {
      if (Fields.number(price, name) < 0) {
        throw OrderRefusal.of("price_info");
      }
    }
    long due = Fields.number(price, "order_price");
    long extra = Fields.number(price, "freight") + Fields.number(price, "additional_price");
    long goods =
        lines.stream().mapToLong(line -> Fields.number(line, "sale_price") * count(line)).sum();
    boolean first = due == goods + extra - Fields.number(price, "discounted_price");
    if (!first || !second(lines, due - extra)) {
      throw new SandboxError(1010040, "订单金额计算错误");
    }
  }

  private static void checkLine(Map<String, Object> line) {
    if (count(line) < 1
        || Fields.number(line, "sale_price") < 0
        || Fields.number(line, "sku_real_price") < 0
        || "0".equals(Fields.text(line, "sku_real_price"))) {
      throw OrderRefusal.of("product_infos");
    }
  }

  /** The ticket generation gives an average per unit (real_price), which need not add up. */
  private static boolean second(List<Map<String, Object>> lines, long paidForGoods) {
    boolean perLine = lines.stream().allMatch(line -> line.containsKey("sku_real_price"));
    long sum = lines.stream().mapToLong(line -> Fields.number(line, "sku_real_price")).sum();
    return !perLine || sum == paidForGoods;
  }

  private static long count(Map<String, Object> line) {
    return Fields.number(line, "product_cnt");
  }
}
