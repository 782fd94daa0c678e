package com.wechaterp.hub.shippinginfo;

/** Where a payment stands [发货状态]. */
enum PaymentState {
  TO_SHIP(1, "待发货"),
  SHIPPED(2, "已发货"),
  RECEIVED(3, "确认收货"),
  FINISHED(4, "交易完成"),
  REFUNDED(5, "已退款"),
  SETTLING(6, "资金待结算"),
  /** A code this hub does not know. */
  UNKNOWN(-1, "未知");

  private final int code;
  private final String chinese;

  PaymentState(int code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  int code() {
    return code;
  }

  /** Returns WeChat's own term. */
  String chinese() {
    return chinese;
  }

  static PaymentState of(int code) {
    for (PaymentState state : values()) {
      if (state.code == code) {
        return state;
      }
    }
    return UNKNOWN;
  }
}
