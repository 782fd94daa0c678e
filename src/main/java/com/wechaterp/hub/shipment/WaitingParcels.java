package com.wechaterp.hub.shipment;

import com.wechaterp.hub.document.Findings;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says of every parcel that cannot go out why it cannot. */
final class WaitingParcels {

  /** WeChat may come to know a courier. */
  private static final Duration LOOK_AT_COURIERS = Duration.ofHours(1);

  private WaitingParcels() {}

  static Hold hold(Situation it, Comparison parcels, UnknownCourier rule) {
    List<Problem> reasons = new ArrayList<>();
    boolean courier = false;
    for (WantedParcel parcel : parcels.missing()) {
      if (parcel.hasNoWaybill()) {
        reasons.add(noWaybill(it, parcel.parcel().courier()));
      } else if (parcel.ready(rule).isEmpty()) {
        reasons.add(unknownCourier(it, parcel.parcel()));
        courier = true;
      }
    }
    if (parcels.all().isEmpty()) {
      reasons.add(noWaybill(it, ""));
    }
    Problem reason = Findings.together("shipment", it.wanted().outOrderId(), reasons);
    return courier
        ? new Hold(reason, Release.CONFIG_CHANGE, it.now().plus(LOOK_AT_COURIERS), 50)
        : Hold.of(reason, Release.ERP_CHANGE);
  }

  private static Problem noWaybill(Situation it, String courier) {
    return it.problem(
        "shipment-no-waybill", "field", "waybill_id", "found", courier.isEmpty() ? "-" : courier);
  }

  private static Problem unknownCourier(Situation it, Parcel parcel) {
    List<String> nearest = it.couriers().nearest(parcel.courier());
    return it.problem(
        "shipment-courier-unknown",
        "field",
        "delivery_id",
        "found",
        parcel.courier().isEmpty() ? "-" : parcel.courier(),
        "waybill",
        parcel.waybillId(),
        "nearest",
        nearest.isEmpty() ? "-" : String.join(", ", nearest));
  }
}
