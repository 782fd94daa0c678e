package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Moves orders from state to state, and tells the merchant where WeChat does (WeChat docs, orders
 * [订单]).
 */
class OrderLife {

  private static final Due EXPIRY = Orders.due("expire_due");
  private static final Due PAYMENT = Orders.due("payment_due");
  private static final Due ANALYSIS = Orders.due("analysis_due");

  private final SandboxProperties.Orders settings;
  private final Pushes pushes;
  private final Ledger ledger;

  OrderLife(SandboxProperties.Orders settings, Pushes pushes, Ledger ledger, Timers timers) {
    this.settings = settings;
    this.pushes = pushes;
    this.ledger = ledger;
    EXPIRY.handle(timers, this::timeOut);
    PAYMENT.handle(timers, this::pay);
    ANALYSIS.handle(timers, this::analyze);
  }

  /** Begins the life of an order that waits for payment. */
  void begin(Shop shop, Map<String, Object> order) {
    order.put("status", OrderState.WAITING_FOR_PAYMENT.code());
    EXPIRY.set(shop, order, life(order));
    if (!Fields.text(order, "trace_id").isEmpty()) {
      ANALYSIS.set(shop, order, settings.analyzeDelay());
    }
    Orders.save(shop, order);
  }

  /** By the order's own times, which do not jump with the sandbox's clock. */
  private Duration life(Map<String, Object> order) {
    if (order.get("expire_time") == null) {
      return settings.ticketLife();
    }
    return Duration.between(
        SandboxClock.parse(Fields.text(order, "create_time")).orElseThrow(),
        Instant.ofEpochSecond(Fields.number(order, "expire_time")));
  }

  private void timeOut(Shop shop, Map<String, Object> order) {
    if (OrderState.WAITING_FOR_PAYMENT.of(order)) {
      // The ticket generation knew no 181 (order.status, note of 250).
      boolean older = order.get("fund_type") == null;
      cancel(shop, order, older ? OrderState.CANCELLED : OrderState.TIMED_OUT);
    }
  }

  /** Lets the order run out of time now. */
  void timeOutNow(Shop shop, Map<String, Object> order) {
    OrderState.requireUnpaid(order);
    timeOut(shop, order);
  }

  /** Cancels an unpaid order as the user. */
  void cancelAsUser(Shop shop, Map<String, Object> order) {
    OrderState.requireUnpaid(order);
    cancel(shop, order, OrderState.CANCELLED);
  }

  private void cancel(Shop shop, Map<String, Object> order, OrderState state) {
    order.put("status", state.code());
    Orders.save(shop, order);
    push(shop, "open_product_order_cancel", Orders.ids(order));
  }

  /** The buyer finishes the cashier; the payment is known after a while. */
  void finishCashier(Shop shop, Map<String, Object> order, Duration lag) {
    OrderState.requireUnpaid(order);
    order.put("status", OrderState.CASHIER_FINISHED.code());
    order.put("paid_as", "42000" + shop.nextId());
    order.put("paid_at", shop.clock().wire());
    if (Orders.isOfSceneMerchant(order)) {
      PAYMENT.set(shop, order, lag);
    }
    Orders.save(shop, order);
    if (lag.isZero()) {
      pay(shop, order);
    }
  }

  /** WeChat knows of a payment only if it went to the scene merchant number. */
  private void pay(Shop shop, Map<String, Object> order) {
    if (!Orders.isOfSceneMerchant(order) || !OrderState.CASHIER_FINISHED.of(order)) {
      return;
    }
    markPaid(shop, order, Fields.text(order, "paid_as"), Fields.text(order, "paid_at"));
    long amount = Fields.number(Orders.price(order), "order_price");
    ledger.enter(shop, LedgerKind.PAID, Fields.text(order, "out_order_id"), amount);
    Map<String, Object> body = Orders.ids(order);
    body.put("transaction_id", Fields.text(order, "paid_as"));
    body.put("pay_time", Fields.text(order, "paid_at"));
    body.put("amount", amount);
    body.put("payer_amount", amount);
    body.put("sp_openid", "sp" + Fields.text(order, "openid"));
    push(shop, "open_product_order_pay", body);
  }

  /** Records a payment. */
  void markPaid(Shop shop, Map<String, Object> order, String transactionId, String payTime) {
    Orders.payment(order).put("transaction_id", transactionId);
    Orders.payment(order).put("pay_time", payTime);
    order.put("status", OrderState.PAID.code());
    Orders.save(shop, order);
    AccessTasks.used(
        shop, Orders.isOfSceneMerchant(order) ? AccessTask.EC_ORDER : AccessTask.ORDER);
  }

  private void analyze(Shop shop, Map<String, Object> order) {
    order.put("promotion_info", Traces.promotion(shop, Fields.text(order, "trace_id")));
    Orders.save(shop, order);
    Map<String, Object> body = Orders.ids(order);
    body.put("openid", Fields.text(order, "openid"));
    push(shop, "open_product_order_analyze", body);
  }

  private void push(Shop shop, String event, Map<String, Object> body) {
    pushes.push(shop, event, "order_info", body);
  }
}
