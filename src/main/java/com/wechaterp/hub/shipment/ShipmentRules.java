package com.wechaterp.hub.shipment;

import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a shipment must keep to, checked before anything is sent and reported together. */
final class ShipmentRules {

  private static final int WAYBILL_LIMIT = 64;

  private ShipmentRules() {}

  /** Returns what is wrong with a shipment by itself. */
  static List<Problem> check(Shipment shipment) {
    List<Problem> problems = new ArrayList<>();
    int type = shipment.deliveryType();
    if (type != 0 && DeliveryType.of(type) == DeliveryType.UNKNOWN) {
      problems.add(problem(shipment, "shipment-delivery-type-code", "delivery_type", type));
    }
    for (Parcel parcel : shipment.parcels()) {
      String at = "delivery_list[" + parcel.name() + "].";
      String waybill = parcel.waybillId();
      if (!waybill.isEmpty() && !waybill.matches("[A-Za-z0-9-]{1," + WAYBILL_LIMIT + "}")) {
        problems.add(problem(shipment, "shipment-waybill", at + "waybill_id", waybill));
      }
      for (Goods goods : parcel.goods()) {
        if (goods.productCnt() <= 0) {
          problems.add(
              problem(
                  shipment,
                  "shipment-count",
                  at + "product_cnt[" + goods.name() + "]",
                  goods.productCnt()));
        }
      }
    }
    return problems;
  }

  /** Returns where the goods do not fit the order: not ordered, more than ordered, not named. */
  static List<Problem> check(Shipment shipment, List<WantedParcel> parcels, OrderedGoods ordered) {
    List<Problem> problems = new ArrayList<>();
    for (WantedParcel parcel : parcels) {
      if (parcel.parcel().goods().isEmpty()) {
        problems.add(
            problem(shipment, "shipment-no-goods", "delivery_list", parcel.parcel().name()));
      }
    }
    List<Goods> all = parcels.stream().flatMap(parcel -> parcel.parcel().goods().stream()).toList();
    Map<Goods, Long> shipped = OrderedGoods.counted(all);
    shipped.forEach(
        (goods, count) ->
            ordered
                .find(goods)
                .ifPresentOrElse(
                    line -> {
                      if (count > line.productCnt()) {
                        problems.add(tooMany(shipment, line, count));
                      }
                    },
                    () -> problems.add(notOrdered(shipment, goods, ordered))));
    return problems;
  }

  private static Problem tooMany(Shipment shipment, Goods ordered, long shipped) {
    return Problem.of(
        "shipment-too-many",
        "key",
        shipment.outOrderId(),
        "field",
        "product_cnt[" + ordered.name() + "]",
        "found",
        shipped,
        "sku",
        ordered.name(),
        "ordered",
        ordered.productCnt());
  }

  private static Problem notOrdered(Shipment shipment, Goods goods, OrderedGoods ordered) {
    List<String> known = ordered.all().stream().map(Goods::name).toList();
    List<String> nearest = Nearest.of(goods.name(), known);
    return Problem.of(
        "shipment-unknown-sku",
        "key",
        shipment.outOrderId(),
        "field",
        "out_sku_id",
        "found",
        goods.name(),
        "ordered",
        known.stream().limit(20).collect(Collectors.joining(", ")),
        "nearest",
        nearest.isEmpty() ? "-" : String.join(", ", nearest));
  }

  private static Problem problem(Shipment shipment, String code, String field, Object found) {
    return Problem.of(code, "key", shipment.outOrderId(), "field", field, "found", found);
  }
}
