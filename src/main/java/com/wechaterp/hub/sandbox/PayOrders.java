package com.wechaterp.hub.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Payment orders of the payment management [小程序支付管理], found and kept. */
final class PayOrders {

  static final String KIND = "pay";
  static final String UNPAID = "UNPAID";
  static final String PAID = "PAID";
  static final String CLOSED = "CLOSED";

  private PayOrders() {}

  static boolean is(Map<String, Object> order, String state) {
    return Fields.text(order, "state").equals(state);
  }

  /**
   * Returns the order of a trade_no.
   *
   * @throws SandboxError 1010011 if there is none
   */
  static Map<String, Object> require(Shop shop, String tradeNo) {
    Map<String, Object> order = shop.get(KIND, tradeNo);
    if (order == null) {
      throw new SandboxError(1010011, "订单不存在");
    }
    return order;
  }

  /**
   * Returns the paid order that a refund or a profit sharing names.
   *
   * @throws SandboxError if there is none, it is someone else's, or it is not paid
   */
  static Map<String, Object> requirePaid(Shop shop, Map<String, Object> request) {
    String tradeNo = Fields.text(request, "trade_no");
    String transaction = Fields.text(request, "transaction_id");
    if (tradeNo.isEmpty() && transaction.isEmpty()) {
      throw new SandboxError(40097, "invalid args: trade_no or transaction_id");
    }
    Map<String, Object> order =
        shop.all(KIND).stream()
            .filter(one -> tradeNo.isEmpty() || Fields.text(one, "trade_no").equals(tradeNo))
            .filter(
                one ->
                    transaction.isEmpty() || Fields.text(one, "transaction_id").equals(transaction))
            .filter(one -> Fields.text(one, "mchid").equals(Fields.text(request, "mchid")))
            .findAny()
            .orElseThrow(() -> new SandboxError(1010011, "订单不存在"));
    requireBuyer(order, Fields.text(request, "openid"));
    if (!is(order, PAID)) {
      throw notAllowed();
    }
    return order;
  }

  static void requireBuyer(Map<String, Object> order, String openid) {
    if (!Fields.text(order, "openid").equals(openid)) {
      throw new SandboxError(990001, "OPENID非法");
    }
  }

  /** Returns what WeChat answers to a call that does not fit the order's state. */
  static SandboxError notAllowed() {
    return new SandboxError(100000, "订单状态不允许");
  }

  /** Returns all orders, the oldest first. */
  static List<Map<String, Object>> inOrder(Shop shop) {
    return shop.all(KIND).stream()
        .sorted(Comparator.comparing(order -> Fields.number(order, "seq")))
        .toList();
  }

  static void save(Shop shop, Map<String, Object> order) {
    order.put("update_time", shop.clock().now().getEpochSecond());
    shop.put(KIND, Fields.text(order, "trade_no"), order);
  }

  /** Returns the refunds of an order; the list is the order's own. */
  static List<Map<String, Object>> refunds(Map<String, Object> order) {
    return Fields.objects(order.get("refund_list"));
  }

  /** Returns what was paid less what was or is being refunded, in fen. */
  static long left(Map<String, Object> order) {
    return Fields.number(order, "amount")
        - refunds(order).stream()
            .filter(refund -> !Fields.text(refund, "result").equals("FAIL"))
            .mapToLong(refund -> Fields.number(refund, "amount"))
            .sum();
  }
}
