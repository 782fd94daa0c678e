package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/** Brings money back to buyers, from the scene merchant's account or, if that fails, offline. */
class Refunds {

  private static final Due REFUND = AfterSales.due("refund_at");
  private static final Due CONFIRMATION = AfterSales.due("confirmed_at");

  private final SandboxProperties.AfterSales settings;
  private final AfterSaleEvents events;
  private final OrderReceipt orders;
  private final Ledger ledger;

  Refunds(
      SandboxProperties.AfterSales settings,
      AfterSaleEvents events,
      OrderReceipt orders,
      Ledger ledger,
      Timers timers) {
    this.settings = settings;
    this.events = events;
    this.orders = orders;
    this.ledger = ledger;
    REFUND.handle(timers, this::finish);
    CONFIRMATION.handle(timers, this::confirm);
  }

  /**
   * Requires that the account can pay; what was settled may be withdrawn already.
   *
   * @throws SandboxError 2747009 if it cannot
   */
  void requireMoney(Shop shop, Map<String, Object> aftersale) {
    boolean settled = isSettled(AfterSales.order(shop, aftersale));
    long held = settled ? ledger.available(shop) : ledger.pending(shop);
    if (held < AfterSales.amount(aftersale)) {
      throw new SandboxError(2747009, "退款失败");
    }
  }

  private static boolean isSettled(Map<String, Object> order) {
    return order.containsKey("settle_no");
  }

  /** Begins to pay back, which takes a while. */
  void begin(Shop shop, Map<String, Object> aftersale) {
    REFUND.set(shop, aftersale, settings.refundDelay());
    AfterSales.save(shop, aftersale);
  }

  /** Lets the platform fail to pay an after-sale back. */
  void letFail(Shop shop, Map<String, Object> aftersale) {
    if (AfterSaleState.REFUNDED.isOf(aftersale)) {
      throw AfterSaleState.notAllowed();
    }
    aftersale.put("refund_fails", true);
    AfterSales.save(shop, aftersale);
  }

  /** Takes all settled money out of the account, so that a refund finds none. */
  void withdrawAll(Shop shop, Map<String, Object> aftersale) {
    long available = ledger.available(shop);
    if (available > 0) {
      ledger.enter(shop, LedgerKind.WITHDRAWN, Fields.text(aftersale, "aftersale_id"), available);
    }
  }

  private void finish(Shop shop, Map<String, Object> aftersale) {
    if (!AfterSaleState.REFUNDING.isOf(aftersale)) {
      return;
    }
    if (Boolean.TRUE.equals(aftersale.remove("refund_fails"))) {
      put(shop, aftersale, AfterSaleState.REFUND_FAILED);
      events.push(shop, "aftersale_wait_merchant_offline_refund", aftersale);
      return;
    }
    aftersale.put("refund_pay_detail", Fields.of("refund_id", "50000" + shop.nextId()));
    put(shop, aftersale, AfterSaleState.REFUNDED);
    Map<String, Object> order = AfterSales.order(shop, aftersale);
    long amount = AfterSales.amount(aftersale);
    order.put("refunded_amount", Fields.number(order, "refunded_amount") + amount);
    ledger.enter(
        shop,
        isSettled(order) ? LedgerKind.REFUNDED_SETTLED : LedgerKind.REFUNDED,
        Fields.text(aftersale, "aftersale_id"),
        amount);
    Orders.save(shop, order);
    events.push(shop, "aftersale_refund_success", aftersale);
    endOrder(shop, order);
  }

  /** The merchant paid offline, and shows it; the buyer has to say that it is true. */
  void certify(Shop shop, Map<String, Object> aftersale, String text, List<String> certificates) {
    AfterSaleState.require(aftersale, AfterSaleState.REFUND_FAILED);
    aftersale.put("certificates", Fields.of("refund_desc", text, "certificates", certificates));
    CONFIRMATION.set(shop, aftersale, settings.certificateConfirmedAfter());
    AfterSales.save(shop, aftersale);
  }

  /** The buyer got the money offline. */
  void confirm(Shop shop, Map<String, Object> aftersale) {
    AfterSaleState.require(aftersale, AfterSaleState.REFUND_FAILED);
    if (!aftersale.containsKey("certificates")) {
      throw AfterSaleState.notAllowed();
    }
    CONFIRMATION.clear(aftersale);
    put(shop, aftersale, AfterSaleState.REFUNDED);
    events.push(shop, "aftersale_user_confirm_refund_certificate", aftersale);
    endOrder(shop, AfterSales.order(shop, aftersale));
  }

  private static void put(Shop shop, Map<String, Object> aftersale, AfterSaleState state) {
    aftersale.put("status", state.code());
    AfterSales.save(shop, aftersale);
  }

  private void endOrder(Shop shop, Map<String, Object> order) {
    List<Map<String, Object>> back =
        AfterSales.of(shop, order).stream()
            .filter(AfterSaleState.REFUNDED::isOf)
            .map(AfterSales::line)
            .toList();
    boolean all =
        Orders.lines(order).stream()
            .allMatch(line -> Goods.count(back, line) >= Fields.number(line, "product_cnt"));
    if (all) {
      orders.refunded(shop, order);
    }
  }
}
