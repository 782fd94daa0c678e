package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;

/** Moves orders from state to state, and tells the merchant where WeChat does (REFERENCE §10). */
class OrderLife {

  private static final String EXPIRY = "order-expiry";
  private static final String PAYMENT = "order-payment";
  private static final String ANALYSIS = "order-analysis";

  private final SandboxProperties.Orders settings;
  private final Pushes pushes;
  private final Ledger ledger;

  OrderLife(SandboxProperties.Orders settings, Pushes pushes, Ledger ledger, Timers timers) {
    this.settings = settings;
    this.pushes = pushes;
    this.ledger = ledger;
    timers.on(EXPIRY, due("expire_due", this::timeOut));
    timers.on(PAYMENT, due("payment_due", this::pay));
    timers.on(ANALYSIS, due("analysis_due", this::analyze));
  }

  /** Returns a handler that acts only if the order's own time has come. */
  private static BiConsumer<Shop, String> due(
      String field, BiConsumer<Shop, Map<String, Object>> action) {
    return (shop, outOrderId) -> {
      Map<String, Object> order = shop.get(Orders.KIND, outOrderId);
      if (order != null && Fields.number(order, field) <= shop.clock().now().toEpochMilli()) {
        action.accept(shop, order);
      }
    };
  }

  private static void later(
      Shop shop, Map<String, Object> order, String timer, String field, Duration after) {
    Instant due = shop.clock().now().plus(after);
    order.put(field, due.toEpochMilli());
    Timers.set(shop, timer, Fields.text(order, "out_order_id"), due);
  }

  /** Begins the life of an order that waits for payment. */
  void begin(Shop shop, Map<String, Object> order) {
    order.put("status", OrderState.WAITING_FOR_PAYMENT.code());
    later(shop, order, EXPIRY, "expire_due", life(order));
    if (!Fields.text(order, "trace_id").isEmpty()) {
      later(shop, order, ANALYSIS, "analysis_due", settings.analyzeDelay());
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
      later(shop, order, PAYMENT, "payment_due", lag);
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
