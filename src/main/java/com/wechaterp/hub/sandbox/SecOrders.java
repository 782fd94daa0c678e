package com.wechaterp.hub.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Payments under the shipping-info management [小程序发货信息管理]. */
final class SecOrders {

  static final String KIND = "secorder";

  /** Enum sec_order.order_state. */
  static final int TO_SHIP = 1;

  static final int SHIPPED = 2;
  static final int RECEIVED = 3;
  static final int FINISHED = 4;
  static final int REFUNDED = 5;

  private SecOrders() {}

  static boolean is(Map<String, Object> payment, int state) {
    return Fields.number(payment, "order_state") == state;
  }

  /**
   * Returns the payment that an order_key names.
   *
   * @throws SandboxError for a key without its parts, or one that names nothing
   */
  static Map<String, Object> byKey(Shop shop, Map<String, Object> key) {
    requireKey(key);
    return find(
            shop,
            Fields.text(key, "transaction_id"),
            Fields.text(key, "mchid"),
            Fields.text(key, "out_trade_no"),
            Fields.number(key, "order_number_type") == 2)
        .orElseThrow(SecOrders::unknown);
  }

  /**
   * Passes an order_key with the parts that its order_number_type needs.
   *
   * @throws SandboxError naming the part that is missing
   */
  static void requireKey(Map<String, Object> key) {
    if (Fields.number(key, "order_number_type") == 2) {
      require(key, "transaction_id", 268485195);
    } else {
      require(key, "mchid", 268485196);
      require(key, "out_trade_no", 268485197);
    }
  }

  private static void require(Map<String, Object> key, String name, int code) {
    if (Fields.text(key, name).isEmpty()) {
      throw new SandboxError(code, name + "不能为空");
    }
  }

  /**
   * Returns the payment named by transaction_id, or by merchant_id and merchant_trade_no.
   *
   * @throws SandboxError if neither is there, or it names nothing
   */
  static Map<String, Object> named(Shop shop, Map<String, Object> request) {
    String transaction = Fields.text(request, "transaction_id");
    String tradeNo = Fields.text(request, "merchant_trade_no");
    if (transaction.isEmpty() && tradeNo.isEmpty()) {
      throw new SandboxError(10060014, "参数错误");
    }
    return find(
            shop, transaction, Fields.text(request, "merchant_id"), tradeNo, !transaction.isEmpty())
        .orElseThrow(SecOrders::unknown);
  }

  private static SandboxError unknown() {
    return new SandboxError(10060001, "支付单不存在");
  }

  private static Optional<Map<String, Object>> find(
      Shop shop, String transaction, String mchid, String tradeNo, boolean byTransaction) {
    if (byTransaction) {
      return Optional.ofNullable(shop.get(KIND, transaction));
    }
    return shop.all(KIND).stream()
        .filter(one -> Fields.text(one, "merchant_trade_no").equals(tradeNo))
        .filter(one -> Fields.text(one, "merchant_id").equals(mchid))
        .findAny();
  }

  /** Returns the parts of a combined payment that an order_key names. */
  static List<Map<String, Object>> combined(Shop shop, Map<String, Object> key) {
    requireKey(key);
    boolean byTransaction = Fields.number(key, "order_number_type") == 2;
    String name = byTransaction ? "combine_transaction_id" : "combine_trade_no";
    String value = Fields.text(key, byTransaction ? "transaction_id" : "out_trade_no");
    List<Map<String, Object>> parts =
        shop.all(KIND).stream().filter(one -> Fields.text(one, name).equals(value)).toList();
    if (parts.isEmpty()) {
      throw unknown();
    }
    return parts;
  }

  /** Returns all payments in the order they were made. */
  static List<Map<String, Object>> inOrder(Shop shop) {
    return shop.all(KIND).stream()
        .sorted(Comparator.comparing(one -> Fields.number(one, "seq")))
        .toList();
  }

  static void save(Shop shop, Map<String, Object> payment) {
    shop.put(KIND, Fields.text(payment, "transaction_id"), payment);
  }

  /** Returns the payment's parcels and how they are sent; empty before anything is uploaded. */
  static Map<String, Object> shipping(Map<String, Object> payment) {
    return Fields.within(payment, "shipping");
  }
}
