package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Writes the order of a buyer who chose a product in the mini-program, as its backend would. */
final class Purchase {

  static final String BUYER = "oSandboxBuyer000000000000001";
  private static final Duration LIFE = Duration.ofMinutes(30);

  private Purchase() {}

  /**
   * What a buyer wants.
   *
   * @param product the out_product_id; empty for any on sale
   * @param sku the out_sku_id; empty for the first
   * @param traceId who brought the buyer, or empty
   */
  record Wish(
      String outOrderId,
      String openid,
      String product,
      String sku,
      int count,
      long freight,
      int fundType,
      String traceId) {}

  static Map<String, Object> request(Shop shop, Wish wish) {
    Map<String, Object> product = product(shop, wish.product);
    Map<String, Object> online = Fields.object(product.get("online"));
    Map<String, Object> sku =
        Fields.objects(online.get("skus")).stream()
            .filter(one -> wish.sku.isEmpty() || Fields.text(one, "out_sku_id").equals(wish.sku))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("The sandbox has no SKU " + wish.sku));
    long price = Fields.number(sku, "sale_price");
    String outOrderId = wish.outOrderId.isEmpty() ? "SB" + shop.nextId() : wish.outOrderId;
    Map<String, Object> line =
        Fields.of(
            "out_product_id", Fields.text(product, "out_product_id"),
            "out_sku_id", Fields.text(sku, "out_sku_id"),
            "product_cnt", wish.count,
            "sale_price", price,
            "sku_real_price", price * wish.count,
            "path", Fields.text(online, "path"),
            "title", Fields.text(online, "title"),
            "head_img", String.join(",", Fields.texts(online.get("head_img"))));
    Map<String, Object> detail =
        Fields.of(
            "product_infos", List.of(line),
            "pay_info", payment(shop, wish.fundType),
            "price_info",
                Fields.of(
                    "order_price", price * wish.count + wish.freight, "freight", wish.freight));
    return Fields.of(
        "create_time",
        shop.clock().wire(),
        "expire_time",
        shop.clock().now().plus(LIFE).getEpochSecond(),
        "out_order_id",
        outOrderId,
        "openid",
        wish.openid,
        "path",
        "pages/order/order?id=" + outOrderId,
        "fund_type",
        wish.fundType,
        "order_detail",
        detail,
        "delivery_detail",
        Fields.of("delivery_type", Deliveries.COURIER),
        "address_info",
        address(),
        "aftersale_duration",
        7,
        "trace_id",
        wish.traceId.isEmpty() ? null : wish.traceId);
  }

  private static Map<String, Object> product(Shop shop, String id) {
    return shop.all(Audits.PRODUCT).stream()
        .filter(one -> id.isEmpty() || Fields.text(one, "out_product_id").equals(id))
        .filter(one -> Fields.number(one, "status") == 5)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The sandbox sells no product " + id));
  }

  private static Map<String, Object> payment(Shop shop, int fundType) {
    Map<String, Object> payment = Fields.of("pay_method_type", 0);
    if (fundType == 0) {
      payment.put("prepay_id", "wx" + shop.nextId());
      payment.put("prepay_time", shop.clock().wire());
    }
    return payment;
  }

  private static Map<String, Object> address() {
    return Fields.of(
        "receiver_name", "沙箱买家",
        "country", "中国",
        "province", "广东省",
        "city", "广州市",
        "town", "海珠区",
        "detailed_address", "新港中路397号",
        "tel_number", "13800000000");
  }
}
