package com.wechaterp.hub.shippinginfo;

/** The platform operations of shipping-info management, and the answers that mean more than no. */
final class ShippingInfoOperation {

  static final String UPLOAD = "wxa/sec/order/upload_shipping_info";
  static final String UPLOAD_COMBINED = "wxa/sec/order/upload_combined_shipping_info";
  static final String REMIND = "wxa/sec/order/notify_confirm_receive";
  static final String GET_ORDER = "wxa/sec/order/get_order";
  static final String GET_ORDER_LIST = "wxa/sec/order/get_order_list";
  static final String SPECIAL = "wxa/sec/order/opspecialorder";
  static final String JUMP_PATH = "wxa/sec/order/set_msg_jump_path";
  static final String ORDER_PATH = "wxa/sec/order/get_order_detail_path";
  static final String SET_ORDER_PATH = "wxa/sec/order/update_order_detail_path";
  static final String IS_MANAGED = "wxa/sec/order/is_trade_managed";
  static final String IS_CONFIRMED = "wxa/sec/order/is_trade_management_confirmation_completed";

  /** [支付单不存在]: also of a payment that was made just now (upload_shipping_info). */
  static final int NO_PAYMENT = 10060001;

  /** [发货信息未更新]: WeChat has it already. */
  static final int NOTHING_NEW = 10060023;

  /** [提醒收货机会已使用]. */
  static final int REMINDED_ALREADY = 10060030;

  private ShippingInfoOperation() {}
}
