package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/** After-sale requests that a sandbox accepts for an order of {@link Buys}. */
final class Asks {

  private Asks() {}

  /** Returns a request for the two pieces of soap and the 700 fen paid for them. */
  static Map<String, Object> ask(String outOrderId, String outAfterSaleId, int type) {
    Map<String, Object> request = Buys.of(outOrderId);
    request.put("out_aftersale_id", outAfterSaleId);
    request.put("type", type);
    request.put("product_info", Parts.goods("soap", 2));
    request.put("orderamt", 700);
    request.put("refund_reason", "不想要了");
    request.put("refund_reason_type", 2);
    request.put(
        "media_list",
        List.of(Fields.of("type", 1, "url", Spus.PICTURE, "thumb_url", Spus.PICTURE)));
    return request;
  }

  /** Returns a request that names an after-sale and its buyer. */
  static Map<String, Object> of(String outAfterSaleId, Object... namesAndValues) {
    Map<String, Object> request = Fields.of(namesAndValues);
    request.put("out_aftersale_id", outAfterSaleId);
    request.put("openid", Buys.BUYER);
    return request;
  }

  static Map<String, Object> sendBack(String outAfterSaleId, String waybill) {
    return of(outAfterSaleId, "delivery_id", "SF", "delivery_name", "顺丰速运", "waybill_id", waybill);
  }
}
