package com.wechaterp.hub.sandbox;

import java.util.Map;

/** The states of an order, with WeChat's codes (order.status). */
enum OrderState {
  /** 待付款. */
  WAITING_FOR_PAYMENT(10),
  /** 收银台支付完成. */
  CASHIER_FINISHED(11),
  /** 待发货. */
  PAID(20),
  /** 部分发货. */
  PARTLY_SHIPPED(21),
  /** 待收货. */
  SHIPPED(30),
  /** 完成. */
  FINISHED(100),
  /** 超时未支付取消. */
  TIMED_OUT(181),
  /** 全部商品售后之后取消. */
  REFUNDED(200),
  /** 用户主动取消/商家取消. */
  CANCELLED(250);

  private final int code;

  OrderState(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  boolean of(Map<String, Object> order) {
    return Fields.number(order, "status") == code;
  }

  static boolean anyOf(Map<String, Object> order, OrderState... states) {
    for (OrderState state : states) {
      if (state.of(order)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Requires that an order waits for payment.
   *
   * @throws SandboxError 100000 if it does not
   */
  static void requireUnpaid(Map<String, Object> order) {
    if (!WAITING_FOR_PAYMENT.of(order)) {
      throw notAllowed();
    }
  }

  static SandboxError notAllowed() {
    return new SandboxError(100000, "订单状态不允许");
  }
}
