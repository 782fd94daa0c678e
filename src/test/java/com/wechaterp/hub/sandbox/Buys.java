package com.wechaterp.hub.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Order requests that a sandbox accepts. */
final class Buys {

  static final String BUYER = "oTVP50O53a7jgmawAmxKukNlq3XI";

  private Buys() {}

  /** Returns an order of the upgraded generation: two goods, one of them twice, 1600 fen. */
  static Map<String, Object> order(String outOrderId) {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("create_time", SandboxClock.wire(Instant.now()));
    order.put("expire_time", Instant.now().plusSeconds(1800).getEpochSecond());
    order.put("out_order_id", outOrderId);
    order.put("openid", BUYER);
    order.put("path", "pages/order?id=" + outOrderId);
    order.put("fund_type", 1);
    order.put(
        "order_detail",
        Fields.of(
            "product_infos", List.of(line("soap", 2, 400, 700), line("towel", 1, 300, 300)),
            "pay_info", Fields.of("pay_method_type", 0),
            "price_info",
                Fields.of(
                    "order_price", 1600,
                    "freight", 500,
                    "discounted_price", 100,
                    "additional_price", 100,
                    "additional_remarks", "税费")));
    order.put("delivery_detail", Fields.of("delivery_type", 1));
    order.put("address_info", address());
    order.put("default_receiving_address", address());
    order.put("aftersale_duration", 7);
    return order;
  }

  /** Returns an order of the ticket generation. */
  static Map<String, Object> ticketOrder(String outOrderId) {
    Map<String, Object> order = order(outOrderId);
    order.put("fund_type", 0);
    Map<String, Object> payment = Orders.payment(order);
    payment.put("prepay_id", "42526234625");
    payment.put("prepay_time", "2020-03-25 14:04:25");
    return order;
  }

  static Map<String, Object> line(String product, int count, int salePrice, int paid) {
    return Fields.of(
        "out_product_id",
        product,
        "out_sku_id",
        product + "-1",
        "product_cnt",
        count,
        "sale_price",
        salePrice,
        "sku_real_price",
        paid,
        "path",
        "pages/goods?id=" + product,
        "title",
        "洗洁精 " + product,
        "head_img",
        Spus.PICTURE);
  }

  private static Map<String, Object> address() {
    return Fields.of(
        "receiver_name", "张三",
        "country", "中国",
        "province", "广东省",
        "city", "广州市",
        "town", "海珠区",
        "detailed_address", "详细收货地址信息",
        "tel_number", "18712345678");
  }

  /** Returns a request that names an order and its buyer, and more. */
  static Map<String, Object> of(String outOrderId, Object... namesAndValues) {
    Map<String, Object> request = Fields.of(namesAndValues);
    request.put("out_order_id", outOrderId);
    request.put("openid", BUYER);
    return request;
  }
}
