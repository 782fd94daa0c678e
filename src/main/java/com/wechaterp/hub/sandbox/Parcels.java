package com.wechaterp.hub.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parcels of an order, and the goods in them. */
class Parcels {

  private final Couriers couriers;

  Parcels(Couriers couriers) {
    this.couriers = couriers;
  }

  /**
   * Adds the parcels of a request to those an order has.
   *
   * @throws SandboxError 9401020 for a parcel that cannot be, or was sent before
   */
  void add(Map<String, Object> order, List<Map<String, Object>> sent) {
    List<Map<String, Object>> parcels = Fields.objects(order.get("parcels"));
    for (Map<String, Object> parcel : sent) {
      couriers.requireKnown(Fields.text(parcel, "delivery_id"));
      require(!Fields.text(parcel, "waybill_id").isBlank(), "waybill_id");
      require(!goods(parcel).isEmpty(), "product_info_list");
      require(parcels.stream().noneMatch(known -> isSame(known, parcel)), "waybill_id");
      parcels.add(Fields.copy(parcel));
    }
    parcels.stream()
        .flatMap(parcel -> goods(parcel).stream())
        .forEach(line -> requireOrdered(order, parcels, line));
    order.put("parcels", parcels);
    List<Map<String, Object>> shown = new ArrayList<>();
    for (Map<String, Object> parcel : parcels) {
      shown.add(
          Fields.of(
              "waybill_id", Fields.text(parcel, "waybill_id"),
              "delivery_id", Fields.text(parcel, "delivery_id")));
    }
    Fields.within(order, "delivery_detail").put("delivery_list", shown);
  }

  /**
   * Requires that all goods of an order are in parcels.
   *
   * @throws SandboxError 1010042 if some are in none
   */
  static void requireAll(Map<String, Object> order) {
    List<Map<String, Object>> shipped =
        Fields.objects(order.get("parcels")).stream()
            .flatMap(parcel -> goods(parcel).stream())
            .toList();
    for (Map<String, Object> line : Orders.lines(order)) {
      if (Goods.count(shipped, line) < Fields.number(line, "product_cnt")) {
        throw new SandboxError(1010042, "发货完成失败,存在物流未同步");
      }
    }
  }

  private static void requireOrdered(
      Map<String, Object> order, List<Map<String, Object>> parcels, Map<String, Object> line) {
    require(Fields.number(line, "product_cnt") > 0, "product_cnt");
    List<Map<String, Object>> all =
        parcels.stream().flatMap(parcel -> goods(parcel).stream()).toList();
    long shipped = Goods.count(all, line);
    require(shipped <= Goods.count(Orders.lines(order), line), "product_info_list");
  }

  private static List<Map<String, Object>> goods(Map<String, Object> parcel) {
    return Fields.objects(parcel.get("product_info_list"));
  }

  private static boolean isSame(Map<String, Object> one, Map<String, Object> other) {
    return Fields.text(one, "delivery_id").equals(Fields.text(other, "delivery_id"))
        && Fields.text(one, "waybill_id").equals(Fields.text(other, "waybill_id"));
  }

  private static void require(boolean fits, String field) {
    if (!fits) {
      throw new SandboxError(9401020, "参数有误: " + field);
    }
  }
}
