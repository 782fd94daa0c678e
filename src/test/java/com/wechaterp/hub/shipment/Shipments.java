package com.wechaterp.hub.shipment;

import com.wechaterp.hub.courier.Courier;
import com.wechaterp.hub.courier.CourierList;
import com.wechaterp.hub.document.ExtraFields;
import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.order.KnownOrders;
import com.wechaterp.hub.wechat.WeChatTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shipments and orders for tests: two cups and one plate were ordered. */
final class Shipments {

  static final String KEY = "SO1";
  static final String BUYER = "o-buyer";
  static final Instant SHIPPED = Instant.parse("2026-03-01T01:00:00Z");
  static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
  static final CourierList COURIERS =
      new CourierList(
          List.of(new Courier("SF", "顺丰速运"), new Courier("YTO", "圆通快速")), Map.of("顺丰", "SF"));

  private Shipments() {}

  static Goods cups(long count) {
    return new Goods("P1", "CUP", count);
  }

  static Goods plate() {
    return new Goods("P2", "PLATE", 1);
  }

  static Parcel parcel(String courier, String waybill, Goods... goods) {
    return new Parcel(courier, waybill, List.of(goods));
  }

  static Parcel whole(String waybill) {
    return parcel("顺丰", waybill, cups(2), plate());
  }

  static Shipment of(Parcel... parcels) {
    return new Shipment(KEY, BUYER, 0, List.of(parcels), null, SHIPPED, false, ExtraFields.NONE);
  }

  static Shipment finishing(Boolean finish, Parcel... parcels) {
    return new Shipment(KEY, BUYER, 0, List.of(parcels), finish, SHIPPED, false, ExtraFields.NONE);
  }

  static Shipment of(DeliveryType type, @Nullable Boolean finish) {
    return new Shipment(
        KEY, BUYER, type.code(), List.of(), finish, SHIPPED, false, ExtraFields.NONE);
  }

  static Shipment received(Parcel... parcels) {
    return new Shipment(KEY, BUYER, 0, List.of(parcels), null, SHIPPED, true, ExtraFields.NONE);
  }

  /** Returns the order in a state, with parcels such as {@code SF/1}. */
  static KnownOrder order(int status, String... parcels) {
    return order(status, DeliveryType.COURIER, parcels);
  }

  static KnownOrder order(int status, DeliveryType type, String... parcels) {
    return KnownOrders.of(answer(status, type, List.of(parcels)));
  }

  /** Returns the order waiting for its shipment, and when it was paid. */
  static KnownOrder paid(Instant when) {
    Map<String, Object> answer = new LinkedHashMap<>(answer(20, DeliveryType.COURIER, List.of()));
    Map<String, Object> detail =
        new LinkedHashMap<>((Map<String, Object>) answer.get("order_detail"));
    detail.put("pay_info", Map.of("pay_time", WeChatTime.text(when)));
    answer.put("order_detail", detail);
    return KnownOrders.of(answer);
  }

  static Map<String, Object> answer(int status, DeliveryType type, List<String> parcels) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (String parcel : parcels) {
      String[] ids = parcel.split("/");
      list.add(Map.of("delivery_id", ids[0], "waybill_id", ids[1]));
    }
    Map<String, Object> delivery =
        Map.of(
            "delivery_type",
            type.code(),
            "finish_all_delivery",
            status == 30 || status == 100 ? 1 : 0,
            "delivery_list",
            list);
    return Map.of(
        "order_id",
        77L,
        "out_order_id",
        KEY,
        "openid",
        BUYER,
        "status",
        status,
        "order_detail",
        Map.of(
            "product_infos",
            List.of(line("P1", "CUP", 2), line("P2", "PLATE", 1)),
            "price_info",
            Map.of("order_price", 3000),
            "delivery_detail",
            delivery));
  }

  private static Map<String, Object> line(String product, String sku, int count) {
    return Map.of(
        "out_product_id", product, "out_sku_id", sku, "product_cnt", count, "sale_price", 1000);
  }
}
