package com.wechaterp.hub.shipment;

import static com.wechaterp.hub.shipment.Shipments.NOW;
import static com.wechaterp.hub.shipment.Shipments.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import java.time.Duration;
import java.util.List;

/** Plans shipments for tests, and looks into the plans. */
final class Planned {

  private static final ShipmentPlanner PLANNER = new ShipmentPlanner(UnknownCourier.HOLD);

  private Planned() {}

  static Plan plan(Shipment wanted, KnownOrder order, SentParcel... sent) {
    return PLANNER.plan(new Situation(wanted, order, List.of(sent), Shipments.COURIERS, NOW));
  }

  static SentParcel sent(String waybill, Goods... goods) {
    return new SentParcel(
        "SF", waybill, List.of(goods), SentParcel.State.SENT, NOW.minus(Duration.ofHours(1)), "");
  }

  static ShipmentRequest only(Plan plan) {
    assertThat(plan.calls()).hasSize(1);
    return (ShipmentRequest) plan.calls().get(0).subject();
  }

  static Hold hold(Plan plan, String code) {
    Hold hold = plan.hold();
    assertThat(hold).isNotNull();
    assertThat(hold.reason().code()).isEqualTo(code);
    return hold;
  }
}
