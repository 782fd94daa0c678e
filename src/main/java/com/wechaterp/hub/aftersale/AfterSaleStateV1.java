package com.wechaterp.hub.aftersale;

/** State of an after-sale that the merchant records, {@code shop/aftersale/*} [售后状态(旧版)]. */
public enum AfterSaleStateV1 {
  NOT_HANDLED(0, "未受理", "not handled"),
  CANCELLED(1, "用户取消", "cancelled by user"),
  MERCHANT_HANDLING(2, "商家受理中", "merchant handling"),
  MERCHANT_OVERDUE(3, "商家逾期未处理", "merchant overdue"),
  REFUND_REJECTED(4, "商家拒绝退款", "refund rejected"),
  RETURN_REFUND_REJECTED(5, "商家拒绝退货退款", "return-refund rejected"),
  WAITING_RETURN(6, "待买家退货", "waiting for the buyer to return"),
  CLOSED(7, "退货退款关闭", "closed"),
  WAITING_RECEIPT(8, "待商家收货", "waiting for merchant receipt"),
  REFUNDING(11, "商家退款中", "refunding"),
  REFUND_OVERDUE(12, "商家逾期未退款", "refund overdue"),
  REFUNDED(13, "退款完成", "refund finished"),
  RETURN_REFUNDED(14, "退货退款完成", "return-refund finished"),
  EXCHANGED(15, "换货完成", "exchange finished"),
  WAITING_SHIPMENT(16, "待商家发货", "waiting for exchange shipment"),
  WAITING_USER_RECEIPT(17, "待用户确认收货", "waiting for user receipt"),
  EXCHANGE_REJECTED(18, "商家拒绝换货", "exchange rejected"),
  RECEIVED(19, "商家已收到货", "merchant received the goods"),
  /** A code this hub does not know; the after-sale keeps the number. */
  UNKNOWN(-1, "未知", "unknown");

  private final int code;
  private final String chinese;
  private final String english;

  AfterSaleStateV1(int code, String chinese, String english) {
    this.code = code;
    this.chinese = chinese;
    this.english = english;
  }

  /** Returns the platform's code, -1 for {@link #UNKNOWN}. */
  public int code() {
    return code;
  }

  /** Returns WeChat's own term. */
  public String chinese() {
    return chinese;
  }

  /** Returns a plain English name. */
  public String english() {
    return english;
  }

  /** Returns whether nothing more can happen to it. */
  public boolean ended() {
    return switch (this) {
      case CANCELLED, CLOSED, REFUNDED, RETURN_REFUNDED, EXCHANGED -> true;
      default -> rejected();
    };
  }

  /** Returns whether it ended without money for the buyer. */
  boolean claimsNothing() {
    return this == CANCELLED || this == CLOSED || this == EXCHANGED || rejected();
  }

  private boolean rejected() {
    return this == REFUND_REJECTED || this == RETURN_REFUND_REJECTED || this == EXCHANGE_REJECTED;
  }

  /** Returns the state of a platform code, {@link #UNKNOWN} if it has none. */
  public static AfterSaleStateV1 of(int code) {
    for (AfterSaleStateV1 state : values()) {
      if (state.code == code) {
        return state;
      }
    }
    return UNKNOWN;
  }
}
