package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.util.Map;

/** Pushes the events of the shipping-info management. */
class SettlementNotices {

  /** A courier parcel counts as received after ten days, and money follows. */
  private static final Duration UNTIL_SETTLED = Duration.ofDays(10);

  private final Pushes pushes;

  SettlementNotices(Pushes pushes) {
    this.pushes = pushes;
  }

  /** Reminds of the API, as on the first payment of a day. */
  void remindAccess(Shop shop) {
    pushes.push(
        shop,
        "trade_manage_remind_access_api",
        Fields.of("msg", "你的小程序已开通发货信息管理服务，请尽快接入发货信息管理服务API"),
        answer -> {});
  }

  /** Demands that the mini-program joins order shipping management. */
  void control(Shop shop) {
    pushes.push(
        shop, "wxa_trade_controlled", Fields.of("msg", "小程序需接入订单发货管理，否则支付功能将受限"), answer -> {});
  }

  /** Reminds of a payment that was not shipped in time. */
  void remindShipping(Shop shop, Map<String, Object> payment) {
    Map<String, Object> body = about(payment);
    body.put("msg", "该订单尚未发货，请尽快上传发货信息");
    pushes.push(shop, "trade_manage_remind_shipping", body, answer -> {});
  }

  /** Tells that a payment is about to be settled, or is. */
  void settlement(Shop shop, Map<String, Object> payment) {
    Map<String, Object> body = about(payment);
    body.put("shipped_time", Fields.number(payment, "shipped_time"));
    if (payment.containsKey("settlement_time")) {
      body.put("settlement_time", payment.get("settlement_time"));
    } else {
      body.put(
          "estimated_settlement_time",
          Fields.number(payment, "shipped_time") + UNTIL_SETTLED.toSeconds());
    }
    if (payment.containsKey("confirm_receive_time")) {
      body.put("confirm_receive_method", payment.get("confirm_receive_method"));
      body.put("confirm_receive_time", payment.get("confirm_receive_time"));
    }
    pushes.push(shop, "trade_manage_order_settlement", body, answer -> {});
  }

  private static Map<String, Object> about(Map<String, Object> payment) {
    return Fields.of(
        "transaction_id", payment.get("transaction_id"),
        "merchant_id", payment.get("merchant_id"),
        "sub_merchant_id", payment.get("sub_merchant_id"),
        "merchant_trade_no", payment.get("merchant_trade_no"),
        "pay_time", payment.get("pay_time"));
  }
}
