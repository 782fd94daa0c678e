package com.wechaterp.hub.sandbox;

/** The ways goods reach a buyer, with WeChat's codes (delivery_type). */
final class Deliveries {

  /** 正常快递. */
  static final int COURIER = 1;

  private Deliveries() {}
}
