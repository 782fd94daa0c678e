package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/**
 * What of an order may still be asked back (WeChat docs, after-sales [售后 2.0], 2747014), in units
 * and in fen.
 */
class Refundable {

  private final Map<String, Object> order;
  private final List<Map<String, Object>> claims;

  /**
   * Looks at an order.
   *
   * @param aftersales its after-sales, without the one that is being changed
   */
  Refundable(Map<String, Object> order, List<Map<String, Object>> aftersales) {
    this.order = order;
    this.claims = aftersales.stream().filter(one -> !AfterSaleState.of(one).isWithdrawn()).toList();
  }

  /** Returns how many units of a line nobody asked back yet. */
  long units(Map<String, Object> line) {
    long claimed =
        claims.stream()
            .map(AfterSales::line)
            .filter(other -> Goods.isSame(other, line))
            .mapToLong(other -> Fields.number(other, "product_cnt"))
            .sum();
    return Fields.number(line, "product_cnt") - claimed;
  }

  /** Returns the most that some units of a line may cost; freight only before shipping. */
  long amount(Map<String, Object> line, long units) {
    long left = Math.max(0, paid(line) - claimed(line));
    long ordered = Fields.number(line, "product_cnt");
    long share = (paid(line) * units + ordered - 1) / ordered;
    long goods = units >= units(line) ? left : Math.min(left, share);
    return goods + (OrderState.PAID.of(order) ? extra() : 0);
  }

  private long extra() {
    Map<String, Object> price = Orders.price(order);
    long charged = Fields.number(price, "freight") + Fields.number(price, "additional_price");
    long claimed =
        Orders.lines(order).stream()
            .mapToLong(line -> Math.max(0, claimed(line) - paid(line)))
            .sum();
    return Math.max(0, charged - claimed);
  }

  private long claimed(Map<String, Object> line) {
    return claims.stream()
        .filter(one -> Goods.isSame(AfterSales.line(one), line))
        .mapToLong(AfterSales::amount)
        .sum();
  }

  private static long paid(Map<String, Object> line) {
    return Fields.number(line, "sku_real_price");
  }
}
