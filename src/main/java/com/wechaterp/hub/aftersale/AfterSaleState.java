package com.wechaterp.hub.aftersale;

/** State of an after-sale that WeChat drives, {@code shop/ecaftersale/*} [售后状态]. */
public enum AfterSaleState {
  CANCELLED(1, "用户取消售后申请", "cancelled by user"),
  MERCHANT_HANDLES_REFUND(2, "商家处理退款申请中", "merchant handles refund request"),
  REFUND_REJECTED(4, "商家拒绝退款", "refund rejected"),
  RETURN_REJECTED(5, "商家拒绝退货", "return rejected"),
  WAITING_RETURN(6, "待用户退货", "waiting for the user to return"),
  CLOSED(7, "售后单关闭", "closed"),
  WAITING_RECEIPT(8, "待商家收货", "waiting for merchant receipt"),
  REFUNDING(11, "平台退款中", "platform refunding"),
  REFUNDED(13, "退款成功", "refunded"),
  PLATFORM_HANDLES_REFUND(21, "平台处理退款申请中", "platform handles the refund dispute"),
  MERCHANT_HANDLES_RETURN(23, "商家处理退货申请中", "merchant handles return request"),
  PLATFORM_HANDLES_RETURN(24, "平台处理退货申请中", "platform handles the return dispute"),
  REFUND_FAILED(25, "平台退款失败", "platform refund failed, offline refund needed"),
  /** A code this hub does not know; the after-sale keeps the number. */
  UNKNOWN(-1, "未知", "unknown");

  private final int code;
  private final String chinese;
  private final String english;

  AfterSaleState(int code, String chinese, String english) {
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

  /**
   * Returns whether WeChat waits for the merchant, and decides for the buyer if it waits too long.
   */
  boolean waitsForMerchant() {
    return this == MERCHANT_HANDLES_REFUND
        || this == MERCHANT_HANDLES_RETURN
        || this == WAITING_RECEIPT;
  }

  /** Returns whether nothing more can happen to it. */
  public boolean ended() {
    return this == CANCELLED || this == CLOSED || this == REFUNDED;
  }

  /** Returns whether it ended, or stands, without money for the buyer. */
  boolean claimsNothing() {
    return this == CANCELLED || this == CLOSED || rejected();
  }

  /** Returns whether the merchant said no, and the buyer may ask again or ask the platform. */
  boolean rejected() {
    return this == REFUND_REJECTED || this == RETURN_REJECTED;
  }

  /** Returns whether the buyer may still change what is asked. */
  boolean changeable() {
    return this == MERCHANT_HANDLES_REFUND || this == MERCHANT_HANDLES_RETURN || rejected();
  }

  /** Returns whether the buyer may still cancel. */
  boolean cancellable() {
    return changeable() || this == WAITING_RETURN;
  }

  /** Returns the state of a platform code, {@link #UNKNOWN} if it has none. */
  public static AfterSaleState of(int code) {
    for (AfterSaleState state : values()) {
      if (state.code == code) {
        return state;
      }
    }
    return UNKNOWN;
  }
}
