package com.wechaterp.hub.order;

/** The platform operations an order needs. */
final class OrderOperation {

  static final String ADD = "shop/order/add";
  static final String PAY = "shop/order/pay";
  static final String CLOSE = "shop/order/close";
  static final String CHANGE_PRICE = "shop/order/change_price";
  static final String PAYMENT_PARAMETERS = "shop/order/getpaymentparams";

  /** Error code [暂不支持的操作]: the one change of price was used. */
  static final int NOT_NOW = 990022;

  private OrderOperation() {}
}
