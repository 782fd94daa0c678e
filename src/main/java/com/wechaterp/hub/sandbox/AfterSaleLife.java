package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.util.Map;

/** Moves after-sales from state to state, and tells the merchant where WeChat does. */
class AfterSaleLife {

  private static final int REFUND = 1;
  private static final Due OVERDUE = AfterSales.due("overdue_at");

  private final SandboxProperties.AfterSales settings;
  private final AfterSaleEvents events;
  private final Refunds refunds;

  AfterSaleLife(
      SandboxProperties.AfterSales settings,
      AfterSaleEvents events,
      Refunds refunds,
      Timers timers) {
    this.settings = settings;
    this.events = events;
    this.refunds = refunds;
    OVERDUE.handle(timers, this::overdue);
  }

  /** Opens an after-sale, or takes up one that its buyer changed. */
  void handToMerchant(Shop shop, Map<String, Object> aftersale) {
    boolean refund = Fields.number(aftersale, "type") == REFUND;
    move(
        shop,
        aftersale,
        refund ? AfterSaleState.MERCHANT_HANDLES_REFUND : AfterSaleState.MERCHANT_HANDLES_RETURN);
  }

  /** The merchant agrees to pay back, before or after the goods came back. */
  void acceptRefund(Shop shop, Map<String, Object> aftersale) {
    AfterSaleState.require(
        aftersale, AfterSaleState.MERCHANT_HANDLES_REFUND, AfterSaleState.WAITING_FOR_RECEIPT);
    refunds.requireMoney(shop, aftersale);
    refund(shop, aftersale);
  }

  /** Money goes back, whoever decided it. */
  void refund(Shop shop, Map<String, Object> aftersale) {
    move(shop, aftersale, AfterSaleState.REFUNDING);
    refunds.begin(shop, aftersale);
  }

  /** The merchant, or the platform, agrees that the goods come back. */
  void awaitReturn(Shop shop, Map<String, Object> aftersale, Map<String, Object> address) {
    aftersale.put("return_address_info", address);
    aftersale.put("return_id", "R" + shop.nextId());
    move(shop, aftersale, AfterSaleState.WAITING_FOR_RETURN);
  }

  /** The merchant refuses; the buyer may ask the platform. */
  void reject(Shop shop, Map<String, Object> aftersale) {
    AfterSaleState.require(
        aftersale,
        AfterSaleState.MERCHANT_HANDLES_REFUND,
        AfterSaleState.MERCHANT_HANDLES_RETURN,
        AfterSaleState.WAITING_FOR_RECEIPT);
    boolean refund = AfterSaleState.MERCHANT_HANDLES_REFUND.isOf(aftersale);
    move(shop, aftersale, refund ? AfterSaleState.REFUND_REJECTED : AfterSaleState.RETURN_REJECTED);
  }

  /** The buyer gives up. */
  void cancel(Shop shop, Map<String, Object> aftersale) {
    AfterSaleState.require(
        aftersale,
        AfterSaleState.MERCHANT_HANDLES_REFUND,
        AfterSaleState.MERCHANT_HANDLES_RETURN,
        AfterSaleState.REFUND_REJECTED,
        AfterSaleState.RETURN_REJECTED,
        AfterSaleState.WAITING_FOR_RETURN);
    move(shop, aftersale, AfterSaleState.CANCELLED);
    events.push(shop, "aftersale_user_cancel", aftersale);
  }

  /** The buyer sends the goods back, or corrects how. */
  void sendBack(Shop shop, Map<String, Object> aftersale, Map<String, Object> parcel) {
    AfterSaleState.require(
        aftersale, AfterSaleState.WAITING_FOR_RETURN, AfterSaleState.WAITING_FOR_RECEIPT);
    boolean corrected = AfterSaleState.WAITING_FOR_RECEIPT.isOf(aftersale);
    Map<String, Object> info = Fields.within(aftersale, "return_info");
    info.putAll(parcel);
    if (corrected) {
      AfterSales.save(shop, aftersale);
      events.push(shop, "aftersale_user_modify_return_info", aftersale);
      return;
    }
    info.put("order_return_time", shop.clock().now().toEpochMilli());
    move(shop, aftersale, AfterSaleState.WAITING_FOR_RECEIPT);
    events.push(shop, "aftersale_wait_merchant_confirm_receipt", aftersale);
  }

  /** The buyer takes the parcel back that was to go to the merchant; the goods are still due. */
  void cancelWaybill(Shop shop, Map<String, Object> aftersale) {
    AfterSaleState.require(aftersale, AfterSaleState.WAITING_FOR_RECEIPT);
    aftersale.put("return_info", Fields.of("order_return_time", 0, "waybill_id", ""));
    move(shop, aftersale, AfterSaleState.WAITING_FOR_RETURN);
    events.push(shop, "aftersale_user_cancel_waybill", aftersale);
  }

  /** Nobody did what was to be done in time (WeChat docs, after-sales [售后 2.0]). */
  void overdue(Shop shop, Map<String, Object> aftersale) {
    String event = overdueEvent(aftersale);
    switch (AfterSaleState.of(aftersale)) {
      case MERCHANT_HANDLES_REFUND, WAITING_FOR_RECEIPT -> refund(shop, aftersale);
      case MERCHANT_HANDLES_RETURN -> awaitReturn(shop, aftersale, defaultAddress(shop, aftersale));
      default -> move(shop, aftersale, AfterSaleState.CLOSED);
    }
    events.push(shop, event, aftersale);
  }

  /**
   * Returns the event that tells of what is overdue in the state of an after-sale.
   *
   * @throws SandboxError 2747008 if nothing can be
   */
  static String overdueEvent(Map<String, Object> aftersale) {
    return switch (AfterSaleState.of(aftersale)) {
      case MERCHANT_HANDLES_REFUND -> "aftersale_merchant_handle_refund_overdue";
      case MERCHANT_HANDLES_RETURN -> "aftersale_merchant_handle_return_overdue";
      case WAITING_FOR_RETURN -> "aftersale_user_upload_return_info_overdue";
      case WAITING_FOR_RECEIPT -> "aftersale_merchant_confirm_receipt_overdue";
      case REFUND_REJECTED, RETURN_REJECTED -> "aftersale_user_apply_platform_judge_overdue";
      default -> throw AfterSaleState.notAllowed();
    };
  }

  /** Returns where the goods go back to: what the merchant said of this one, or of its order. */
  static Map<String, Object> defaultAddress(Shop shop, Map<String, Object> aftersale) {
    Map<String, Object> own = Fields.object(aftersale.get("return_address_info"));
    if (!own.isEmpty()) {
      return own;
    }
    return Fields.object(AfterSales.order(shop, aftersale).get("default_receiving_address"));
  }

  /** Puts an after-sale into a state, and sets how long it may stay there. */
  void move(Shop shop, Map<String, Object> aftersale, AfterSaleState state) {
    aftersale.put("status", state.code());
    OVERDUE.clear(aftersale);
    Duration patience =
        switch (state) {
          case MERCHANT_HANDLES_REFUND -> settings.refundAnswerWithin();
          case MERCHANT_HANDLES_RETURN -> settings.returnAnswerWithin();
          case WAITING_FOR_RETURN -> settings.returnWithin();
          case WAITING_FOR_RECEIPT -> settings.receiptWithin();
          case REFUND_REJECTED, RETURN_REJECTED -> settings.escalateWithin();
          default -> Duration.ZERO;
        };
    if (!patience.isZero()) {
      OVERDUE.set(shop, aftersale, patience);
    }
    AfterSales.save(shop, aftersale);
  }
}
