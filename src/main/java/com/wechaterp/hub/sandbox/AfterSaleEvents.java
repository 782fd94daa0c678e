package com.wechaterp.hub.sandbox;

import java.util.Map;

/** Tells the merchant of after-sales. */
class AfterSaleEvents {

  private final Pushes pushes;

  AfterSaleEvents(Pushes pushes) {
    this.pushes = pushes;
  }

  void push(Shop shop, String event, Map<String, Object> aftersale) {
    pushes.push(shop, event, "aftersale_info", AfterSales.ids(aftersale));
  }

  /** A buyer opened an after-sale on WeChat's side; this event alone names the order. */
  void opened(Shop shop, Map<String, Object> aftersale) {
    pushes.push(
        shop,
        "aftersale_new_order",
        "aftersale_info",
        Fields.of(
            "aftersale_id", aftersale.get("aftersale_id"),
            "order_id", aftersale.get("order_id"),
            "out_order_id", aftersale.get("out_order_id")));
  }
}
