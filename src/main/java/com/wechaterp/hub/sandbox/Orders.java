package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The orders of a shop, found by either id. */
final class Orders {

  static final String KIND = "order";

  /** WeChat's code for an order it does not have. */
  static final int UNKNOWN = 1010011;

  private static final String IDS = "order-id";

  private Orders() {}

  /**
   * Returns the order that a request names.
   *
   * @throws SandboxError 1010011 if there is none, or if its two ids name different ones
   */
  static Map<String, Object> named(Shop shop, Map<String, Object> request) {
    String id = Fields.text(request, "order_id");
    String outId = Fields.text(request, "out_order_id");
    Map<String, Object> order = outId.isEmpty() ? byId(shop, id) : shop.get(KIND, outId);
    boolean matches = order != null && (id.isEmpty() || Fields.text(order, "order_id").equals(id));
    if (order == null || !matches) {
      throw new SandboxError(UNKNOWN, "订单不存在");
    }
    return order;
  }

  /**
   * Returns the order that a request names, if it is the buyer's.
   *
   * @throws SandboxError 1010011 or 990001
   */
  static Map<String, Object> ofBuyer(Shop shop, Map<String, Object> request) {
    Map<String, Object> order = named(shop, request);
    if (!Fields.text(order, "openid").equals(Fields.text(request, "openid"))) {
      throw new SandboxError(990001, "OPENID非法");
    }
    return order;
  }

  /** Returns an order by either of its ids. */
  static Optional<Map<String, Object>> find(Shop shop, String eitherId) {
    Map<String, Object> order = shop.get(KIND, eitherId);
    return Optional.ofNullable(order == null ? byId(shop, eitherId) : order);
  }

  private static @Nullable Map<String, Object> byId(Shop shop, String orderId) {
    Map<String, Object> entry = orderId.isEmpty() ? null : shop.get(IDS, orderId);
    return entry == null ? null : shop.get(KIND, Fields.text(entry, "out_order_id"));
  }

  /** Keeps an order, with the time of its change. */
  static void save(Shop shop, Map<String, Object> order) {
    String outId = Fields.text(order, "out_order_id");
    String id = Fields.text(order, "order_id");
    order.put("update_time", shop.clock().wire());
    shop.put(KIND, outId, order);
    if (shop.get(IDS, id) == null) {
      shop.put(IDS, id, Fields.of("out_order_id", outId));
    }
  }

  /** Returns a time that an order carries. */
  static Due due(String field) {
    return new Due(KIND, "out_order_id", field);
  }

  static boolean isOfSceneMerchant(Map<String, Object> order) {
    return Fields.number(order, "fund_type") == 1;
  }

  static List<Map<String, Object>> lines(Map<String, Object> order) {
    return Fields.objects(Fields.object(order.get("order_detail")).get("product_infos"));
  }

  static Map<String, Object> price(Map<String, Object> order) {
    return Fields.object(Fields.object(order.get("order_detail")).get("price_info"));
  }

  /** Returns what the buyer paid and did not get back, in fen. */
  static long kept(Map<String, Object> order) {
    return Fields.number(price(order), "order_price") - Fields.number(order, "refunded_amount");
  }

  static Map<String, Object> payment(Map<String, Object> order) {
    return Fields.within(Fields.within(order, "order_detail"), "pay_info");
  }

  /** Returns both ids, as every event about an order names them. */
  static Map<String, Object> ids(Map<String, Object> order) {
    return Fields.of(
        "order_id", order.get("order_id"), "out_order_id", Fields.text(order, "out_order_id"));
  }
}
