package com.wechaterp.hub.sandbox;

import java.util.Map;

/** The ways goods reach a buyer, with WeChat's codes (delivery_type). */
final class Deliveries {

  /** 正常快递. */
  static final int COURIER = 1;

  /** 无需快递. */
  static final int NOTHING_TO_SHIP = 2;

  private Deliveries() {}

  /** Returns how the goods of an order reach the buyer. */
  static long type(Map<String, Object> order) {
    return Fields.number(Fields.object(order.get("delivery_detail")), "delivery_type");
  }
}
