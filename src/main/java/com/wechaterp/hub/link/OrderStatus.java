package com.wechaterp.hub.link;

/** State of an order at WeChat [订单状态]. */
public enum OrderStatus {
  WAITING_PAYMENT(10, "待付款"),
  CASHIER_DONE(11, "收银台支付完成"),
  WAITING_SHIPMENT(20, "待发货"),
  PARTLY_SHIPPED(21, "部分发货"),
  WAITING_RECEIPT(30, "待收货"),
  FINISHED(100, "完成"),
  TIMED_OUT(181, "超时未支付取消"),
  REFUNDED(200, "全部商品售后之后取消"),
  CANCELLED(250, "用户主动取消/商家取消"),
  /** A code this hub does not know; the link keeps the number. */
  UNKNOWN(-1, "未知");

  private final int code;
  private final String chinese;

  OrderStatus(int code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  /** Returns the platform's code, -1 for {@link #UNKNOWN}. */
  public int code() {
    return code;
  }

  /** Returns WeChat's own term. */
  public String chinese() {
    return chinese;
  }

  /** Returns whether the buyer has not paid yet, as far as WeChat knows. */
  public boolean unpaid() {
    return this == WAITING_PAYMENT || this == CASHIER_DONE;
  }

  /** Returns whether the order was paid, whatever came later. */
  public boolean paid() {
    return this == WAITING_SHIPMENT
        || this == PARTLY_SHIPPED
        || this == WAITING_RECEIPT
        || this == FINISHED
        || this == REFUNDED;
  }

  /** Returns whether the order ended without being paid. */
  public boolean closed() {
    return this == TIMED_OUT || this == CANCELLED;
  }

  /** Returns the state of a platform code, {@link #UNKNOWN} if it has none. */
  public static OrderStatus of(int code) {
    for (OrderStatus status : values()) {
      if (status.code == code) {
        return status;
      }
    }
    return UNKNOWN;
  }
}
