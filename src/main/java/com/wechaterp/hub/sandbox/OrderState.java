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
   * @throws SandboxError 1000000 if it does not
   */
  static void requireUnpaid(Map<String, Object> order) {
    if (!WAITING_FOR_PAYMENT.of(order)) {
      throw movedOn();
    }
  }

  /** What a payment and an after-sale of the older contract are refused with. */
  static SandboxError notAllowed() {
    return new SandboxError(100000, "订单状态不允许");
  }

  /** What every other step is refused with; repeating a finished one is answered the same. */
  static SandboxError movedOn() {
    return new SandboxError(1000000, "订单状态流转异常,请拉取最新的订单状态");
  }
}
