package com.wechaterp.hub.order;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders for tests: two cups and a plate, 16.00 yuan in all. */
final class Orders {

  static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");
  static final String OPENID = "oTVP50O53a7jgmawAmxKukNlq3XI";

  private Orders() {}

  /** Returns an unpaid order of the scene merchant, as the ERP's document. */
  static Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("out_order_id", "SO-1");
    document.put("openid", OPENID);
    document.put("fund_type", 1L);
    document.put("path", "pages/order?no=SO-1");
    document.put("order_price", 1600L);
    document.put("freight", 500L);
    document.put("discounted_price", 100L);
    document.put("additional_price", 0L);
    document.put("receiver_name", "张三");
    document.put("tel_number", "13800000001");
    document.put("detailed_address", "广东省广州市海珠区新港中路397号");
    document.put("product_infos", List.of(line("CUP", 2, 400L), line("PLATE", 1, 400L)));
    return document;
  }

  static Map<String, Object> line(String sku, long count, long price) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("out_product_id", "P-" + sku);
    line.put("out_sku_id", sku);
    line.put("product_cnt", count);
    line.put("sale_price", price);
    line.put("path", "pages/goods?no=" + sku);
    line.put("title", "青花瓷 " + sku);
    line.put("head_img", "https://shop.example/" + sku + ".png");
    return line;
  }

  /** Returns the document with one field put over. */
  static Map<String, Object> document(String field, Object value) {
    Map<String, Object> document = document();
    document.put(field, value);
    return document;
  }

  /** Returns the order one yuan cheaper. */
  static Map<String, Object> repriced() {
    Map<String, Object> document = document("order_price", 1500L);
    document.put("discounted_price", 200L);
    return document;
  }

  static Order order(Map<String, Object> document) {
    return OrderReader.reading(document).order();
  }

  static Order open() {
    return order(document());
  }

  /** Returns an order whose payment ended as the ERP says. */
  static Order ended(int fundType, PaymentAction action) {
    Map<String, Object> document = document("fund_type", (long) fundType);
    document.put("prepay_id", "wx42");
    document.put("prepay_time", NOW);
    document.put("action_type", (long) action.code());
    if (action == PaymentAction.PAID) {
      document.put("transaction_id", "4200001");
      document.put("pay_time", NOW);
    }
    return order(document);
  }

  /** Returns the order as WeChat has it in a state. */
  static KnownOrder known(int status, long price) {
    return new KnownOrder(
        "77",
        "SO-1",
        OPENID,
        status,
        1,
        List.of(
            new KnownOrder.Line("P-CUP", "CUP", 2, 400, 734),
            new KnownOrder.Line("P-PLATE", "PLATE", 1, 400, 366)),
        price,
        status >= 20 && status <= 100 ? "4200001" : "",
        status >= 20 && status <= 100 ? NOW : null,
        1,
        false,
        List.of(),
        List.of(),
        Map.of());
  }
}
