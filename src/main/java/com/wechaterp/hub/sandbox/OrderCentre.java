package com.wechaterp.hub.sandbox;

import java.util.Map;

/** Where the order centre [订单中心] leads a buyer who opens an order of this mini-program. */
class OrderCentre implements OperationFamily {

  /** WeChat puts the payment's out_trade_no in its place. */
  private static final String ORDER = "${商品订单号}";

  private static final String KIND = "ordercentre";

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of(
        "wxa/sec/order/update_order_detail_path", this::update,
        "wxa/sec/order/get_order_detail_path", this::get);
  }

  private Map<String, Object> update(Shop shop, Map<String, Object> request) {
    String path = Fields.text(request, "path");
    if (!path.contains(ORDER)) {
      throw new SandboxError(10060014, "参数错误: path");
    }
    shop.put(KIND, KIND, Fields.of("path", path));
    return Map.of();
  }

  private Map<String, Object> get(Shop shop, Map<String, Object> request) {
    return Fields.of("path", Fields.text(Fields.object(shop.get(KIND, KIND)), "path"));
  }
}
