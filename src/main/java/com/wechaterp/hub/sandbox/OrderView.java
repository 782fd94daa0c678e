package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/** Orders as WeChat shows them. */
final class OrderView {

  private static final List<String> COPIED =
      List.of(
          "scene",
          "path",
          "openid",
          "out_user_id",
          "address_info",
          "default_receiving_address",
          "create_time",
          "update_time",
          "expire_time",
          "aftersale_duration",
          "receive_time",
          "related_aftersale_info");

  /** What the lists by promoter and sharer leave out, which are older than the rest. */
  private static final List<String> LATER =
      List.of(
          "openid",
          "out_user_id",
          "address_info",
          "expire_time",
          "aftersale_duration",
          "receive_time",
          "related_aftersale_info");

  private static final List<String> LATER_OF_LINES = List.of("sku_real_price", "can_after_sale");

  private OrderView() {}

  /** Returns an order as order/get shows it, without product_id and sku_id, as recorded. */
  static Map<String, Object> shown(Map<String, Object> order) {
    Map<String, Object> shown = Orders.ids(order);
    shown.put("status", order.get("status"));
    shown.put("fund_type", Fields.number(order, "fund_type"));
    COPIED.stream().filter(order::containsKey).forEach(name -> shown.put(name, order.get(name)));
    Map<String, Object> detail =
        Fields.of(
            "promotion_info", order.get("promotion_info"),
            "product_infos", Orders.lines(order).stream().map(line -> line(order, line)).toList(),
            "pay_info", payment(order),
            "price_info", price(order),
            "delivery_detail", delivery(order));
    shown.put("order_detail", detail);
    return Fields.copy(shown);
  }

  /** Returns an order as the lists by promoter and sharer show it, as recorded. */
  static Map<String, Object> brought(Map<String, Object> order) {
    Map<String, Object> shown = shown(order);
    shown.keySet().removeAll(LATER);
    Orders.lines(shown).forEach(line -> line.keySet().removeAll(LATER_OF_LINES));
    return shown;
  }

  /** Returns an order as order/get_list shows it, with WeChat's ids of the goods it knows. */
  static Map<String, Object> listed(Shop shop, Map<String, Object> order) {
    Map<String, Object> shown = shown(order);
    shown.putIfAbsent("scene", 0);
    for (Map<String, Object> line : Orders.lines(shown)) {
      line.put("product_id", Goods.productId(shop, line));
      line.put("sku_id", Goods.skuId(shop, line));
    }
    return shown;
  }

  private static Map<String, Object> line(Map<String, Object> order, Map<String, Object> line) {
    Map<String, Object> shown = Fields.copy(line);
    shown.putIfAbsent("real_price", perUnit(line));
    shown.put(
        "can_after_sale",
        OrderState.anyOf(
            order,
            OrderState.PAID,
            OrderState.PARTLY_SHIPPED,
            OrderState.SHIPPED,
            OrderState.FINISHED));
    return shown;
  }

  private static long perUnit(Map<String, Object> line) {
    return Fields.number(line, "sku_real_price") / Math.max(1, Fields.number(line, "product_cnt"));
  }

  private static Map<String, Object> payment(Map<String, Object> order) {
    Map<String, Object> payment = Fields.copy(Orders.payment(order));
    String method =
        switch ((int) Fields.number(payment, "pay_method_type")) {
          case 1 -> "货到付款";
          case 2 -> "商家会员储蓄卡";
          default -> "微信支付";
        };
    payment.put("pay_method", method);
    payment.putIfAbsent("pay_method_type", 0);
    payment.putIfAbsent("prepay_id", "");
    payment.putIfAbsent("prepay_time", "");
    return payment;
  }

  private static Map<String, Object> price(Map<String, Object> order) {
    Map<String, Object> price = Fields.copy(Orders.price(order));
    for (String name : List.of("discounted_price", "additional_price")) {
      price.putIfAbsent(name, 0);
    }
    return price;
  }

  private static Map<String, Object> delivery(Map<String, Object> order) {
    Map<String, Object> delivery = Fields.copy(Fields.object(order.get("delivery_detail")));
    delivery.putIfAbsent("finish_all_delivery", 0);
    delivery.putIfAbsent("delivery_list", List.of());
    return delivery;
  }
}
