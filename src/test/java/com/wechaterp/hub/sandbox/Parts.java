package com.wechaterp.hub.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Shipments that a sandbox accepts for an order of {@link Buys}. */
final class Parts {

  private Parts() {}

  @SafeVarargs
  static Map<String, Object> send(String outOrderId, int finish, Map<String, Object>... parcels) {
    Map<String, Object> request = Buys.of(outOrderId, "finish_all_delivery", finish);
    if (finish == 1) {
      request.put("ship_done_time", SandboxClock.wire(Instant.now()));
    }
    if (parcels.length > 0) {
      request.put("delivery_list", List.of(parcels));
    }
    return request;
  }

  /** Ships all of an order in one parcel. */
  static Map<String, Object> whole(String outOrderId) {
    Map<String, Object> parcel = parcel("SF", "1", "soap", 2);
    parcel.put("product_info_list", List.of(goods("soap", 2), goods("towel", 1)));
    return send(outOrderId, 1, parcel);
  }

  static Map<String, Object> parcel(String courier, String waybill, String product, int count) {
    return Fields.of(
        "delivery_id", courier,
        "waybill_id", waybill,
        "product_info_list", List.of(goods(product, count)));
  }

  static Map<String, Object> goods(String product, int count) {
    return Fields.of("out_product_id", product, "out_sku_id", product + "-1", "product_cnt", count);
  }
}
