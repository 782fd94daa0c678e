package com.wechaterp.hub.order;

import com.wechaterp.hub.problem.Addresses;
import com.wechaterp.hub.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** WeChat's rules for a new order, checked before anything is sent and reported together. */
final class OrderRules {

  private static final long AFTERSALE_LEAST = 7;
  private static final long AFTERSALE_MOST = 3 * 365;

  /** WeChat says letters and digits; ids with hyphens and underscores are among its samples. */
  private static final String OUT_ORDER_ID = "[0-9A-Za-z_-]{1,127}";

  /** The scenes of Channels, where only couriers deliver (WeChat docs, scenes [场景值]). */
  private static final Set<String> CHANNELS = Set.of("1175", "1176", "1177", "1191", "1195");

  private static final long COUNT_MOST = 1_000_000;
  private static final long AMOUNT_MOST = 100_000_000_00L;

  private final Order order;
  private final List<Problem> problems = new ArrayList<>();

  private OrderRules(Order order) {
    this.order = order;
  }

  /**
   * Returns every rule an order that is to be created breaks, empty if none.
   *
   * @param told when WeChat was last told that the order was placed; null if it never was
   * @param now the time at WeChat
   */
  static List<Problem> check(Order order, @Nullable Instant told, Instant now) {
    OrderRules rules = new OrderRules(order);
    rules.who();
    rules.times(OrderTimes.created(order, told, now), now);
    rules.payment();
    rules.paid();
    rules.delivery();
    rules.lines();
    rules.price();
    return rules.problems;
  }

  /** Returns which amounts of an order do not add up, empty if all do. */
  static List<Problem> checkPrice(Order order) {
    OrderRules rules = new OrderRules(order);
    rules.price();
    return rules.problems;
  }

  /** Returns what is missing to tell WeChat of an order's payment, empty if nothing. */
  static List<Problem> checkPayment(Order order) {
    OrderRules rules = new OrderRules(order);
    rules.paid();
    return rules.problems;
  }

  private void who() {
    if (!order.outOrderId().matches(OUT_ORDER_ID)) {
      add("order-id", "out_order_id", order.outOrderId());
    }
    needed("openid", order.openid());
    needed("path", order.path());
    if (!order.scene().matches("\\d{0,9}")) {
      add("order-choice", "scene", order.scene());
    }
  }

  private void times(Instant created, Instant now) {
    Instant placed = order.createdAt();
    if (placed != null && placed.isAfter(now.plus(OrderTimes.CLOCKS))) {
      add("order-create-time", "create_time", placed);
    } else if (created.plus(OrderTimes.OLDEST).isBefore(now)) {
      add("order-create-time-old", "create_time", created);
    }
    Instant expires = order.paid() ? null : order.expiresAt();
    if (expires != null && !expires.isAfter(now)) {
      add("order-expired", "expire_time", expires);
    } else if (expires != null
        && (expires.isBefore(created.plus(OrderTimes.SHORTEST))
            || expires.isAfter(created.plus(OrderTimes.LONGEST)))) {
      add("order-expire-time", "expire_time", expires);
    }
    if (order.aftersaleDays() != 0) {
      range("aftersale_duration", order.aftersaleDays(), AFTERSALE_LEAST, AFTERSALE_MOST);
    }
  }

  private void payment() {
    Payment payment = order.payment();
    range("fund_type", order.fundType(), Order.ORDINARY, Order.BY_SCENE_MERCHANT);
    range("pay_method_type", payment.methodType(), 0, 2);
    boolean ownPrepay = !order.byScene() && payment.methodType() == Payment.BY_WECHAT_PAY;
    if (ownPrepay && (payment.prepayId().isEmpty() || payment.prepayTime() == null)) {
      add("order-prepay", "prepay_id", "-");
    }
    if (payment.action() == PaymentAction.UNKNOWN) {
      add("order-choice", "action_type", "-");
    }
  }

  private void paid() {
    Payment payment = order.payment();
    if (order.paid() && payment.methodType() == Payment.BY_WECHAT_PAY) {
      needed("transaction_id", payment.transactionId());
      needed("pay_time", payment.paidAt() == null ? "" : "given");
    }
  }

  private void delivery() {
    range("delivery_type", order.deliveryType(), 1, 4);
    if (CHANNELS.contains(order.scene()) && order.deliveryType() != Order.COURIER) {
      add("order-delivery-scene", "delivery_type", order.deliveryType());
    }
    boolean needed = order.deliveryType() == Order.COURIER;
    if ((needed || !order.address().isEmpty()) && !order.address().isComplete()) {
      add("order-address", "receiver_name, detailed_address, tel_number", "-");
    }
    if (!order.returnAddress().isEmpty() && !order.returnAddress().isComplete()) {
      add("order-address", "return_receiver_name, return_detailed_address, return_tel_number", "-");
    }
  }

  private void lines() {
    if (order.lines().isEmpty()) {
      add("order-missing", "product_infos", "-");
    }
    for (OrderLine line : order.lines()) {
      String at = "product_infos[" + line.outSkuId() + "].";
      needed(at + "out_product_id", line.outProductId());
      needed(at + "path", line.path());
      needed(at + "title", line.title());
      if (!line.headImage().matches("https?://.+")) {
        add(
            "order-image",
            at + "head_img",
            line.headImage().isEmpty() ? "-" : Addresses.shown(line.headImage()));
      }
    }
  }

  private void price() {
    int before = problems.size();
    for (OrderLine line : order.lines()) {
      String at = "product_infos[" + line.outSkuId() + "].";
      range(at + "product_cnt", line.count(), 1, COUNT_MOST);
      range(at + "sale_price", line.salePrice(), 0, AMOUNT_MOST);
      range(at + "sku_real_price", line.realPrice(), 0, AMOUNT_MOST);
    }
    range("order_price", order.price().orderPrice(), 0, AMOUNT_MOST);
    range("freight", order.price().freight(), 0, AMOUNT_MOST);
    range("discounted_price", order.price().discounted(), 0, AMOUNT_MOST);
    range("additional_price", order.price().additional(), 0, AMOUNT_MOST);
    if (problems.size() == before) {
      free();
      problems.addAll(OrderAmounts.check(order));
    }
  }

  /** WeChat refuses what costs nothing (change log of 2022-06-29). */
  private void free() {
    for (OrderLine line : order.lines()) {
      if (line.realPrice() == 0) {
        add("order-free", "product_infos[" + line.outSkuId() + "].sku_real_price", 0);
      }
    }
    if (order.price().orderPrice() == 0) {
      add("order-free", "order_price", 0);
    }
  }

  private void needed(String field, String text) {
    if (text.isBlank()) {
      add("order-missing", field, "-");
    }
  }

  private void range(String field, long found, long least, long most) {
    if (found < least || found > most) {
      problems.add(
          Problem.of(
              "order-range",
              "key",
              order.outOrderId(),
              "field",
              field,
              "found",
              found,
              "least",
              least,
              "most",
              most));
    }
  }

  private void add(String code, String field, Object found) {
    problems.add(Problem.of(code, "key", order.outOrderId(), "field", field, "found", found));
  }
}
