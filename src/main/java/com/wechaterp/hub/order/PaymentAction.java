package com.wechaterp.hub.order;

/** What became of a payment, as the ERP knows it [同步支付结果类型]. */
public enum PaymentAction {
  /** Not paid yet; the hub's own code, as WeChat has none. */
  OPEN(0, "未支付"),
  PAID(1, "支付成功"),
  FAILED(2, "支付失败"),
  CANCELLED_BY_USER(3, "用户取消"),
  TIMED_OUT(4, "超时未支付"),
  CANCELLED_BY_MERCHANT(5, "商家取消"),
  CANCELLED(10, "其他原因取消"),
  /** A code WeChat does not know. */
  UNKNOWN(-1, "未知");

  private final int code;
  private final String chinese;

  PaymentAction(int code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  /** Returns the platform's code. */
  public int code() {
    return code;
  }

  /** Returns WeChat's own term. */
  public String chinese() {
    return chinese;
  }

  /** Returns whether the order ended without being paid. */
  public boolean closed() {
    return this != OPEN && this != PAID && this != UNKNOWN;
  }

  /** Returns the action of a code, {@link #UNKNOWN} if it has none. */
  public static PaymentAction of(long code) {
    for (PaymentAction action : values()) {
      if (action.code == code) {
        return action;
      }
    }
    return UNKNOWN;
  }
}
