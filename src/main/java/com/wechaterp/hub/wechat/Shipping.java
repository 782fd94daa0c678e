package com.wechaterp.hub.wechat;

/** Where an account's shipments are told, {@code hub.wechat.accounts.<name>.shipping}. */
public enum Shipping {
  /** To the trade component: {@code shop/delivery/*}. */
  COMPONENT,
  /** To the shipping-info management [小程序发货信息管理]: {@code wxa/sec/order/*}. */
  SHIPPING_INFO,
  /** Orders paid through the scene merchant number to the component, all others to the other. */
  BY_FUND_TYPE
}
