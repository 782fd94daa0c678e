package com.wechaterp.hub.sandbox;

import java.util.Map;

/** The states of an after-sale that WeChat drives, with WeChat's codes (aftersale.state). */
enum AfterSaleState {
  /** 用户取消售后申请. */
  CANCELLED(1),
  /** 商家处理退款申请中. */
  MERCHANT_HANDLES_REFUND(2),
  /** 商家拒绝退款. */
  REFUND_REJECTED(4),
  /** 商家拒绝退货. */
  RETURN_REJECTED(5),
  /** 待用户退货. */
  WAITING_FOR_RETURN(6),
  /** 售后单关闭. */
  CLOSED(7),
  /** 待商家收货. */
  WAITING_FOR_RECEIPT(8),
  /** 平台退款中. */
  REFUNDING(11),
  /** 退款成功. */
  REFUNDED(13),
  /** 平台处理退款申请中. */
  PLATFORM_HANDLES_REFUND(21),
  /** 商家处理退货申请中. */
  MERCHANT_HANDLES_RETURN(23),
  /** 平台处理退货申请中. */
  PLATFORM_HANDLES_RETURN(24),
  /** 平台退款失败. */
  REFUND_FAILED(25);

  private final int code;

  AfterSaleState(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /** Returns the state an after-sale is in. */
  static AfterSaleState of(Map<String, Object> aftersale) {
    long code = Fields.number(aftersale, "status");
    for (AfterSaleState state : values()) {
      if (state.code == code) {
        return state;
      }
    }
    throw new IllegalStateException("no after-sale has the state " + code);
  }

  boolean isOf(Map<String, Object> aftersale) {
    return of(aftersale) == this;
  }

  /**
   * Requires that an after-sale is in one of some states.
   *
   * @throws SandboxError 2747008 if it is not
   */
  static void require(Map<String, Object> aftersale, AfterSaleState... states) {
    AfterSaleState found = of(aftersale);
    for (AfterSaleState state : states) {
      if (state == found) {
        return;
      }
    }
    throw notAllowed();
  }

  static SandboxError notAllowed() {
    return new SandboxError(2747008, "不能执行该操作,请检查当前状态");
  }

  /** Returns whether nothing more will become of it. */
  boolean hasEnded() {
    return isWithdrawn() || this == REFUNDED;
  }

  /** Returns whether nothing was or will be refunded for an after-sale that ended so. */
  boolean isWithdrawn() {
    return this == CANCELLED || this == CLOSED;
  }
}
