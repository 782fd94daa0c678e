package com.wechaterp.hub.shipment;

import com.wechaterp.hub.document.Findings;
import com.wechaterp.hub.flow.LookAgain;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The merchant's rule book: what to tell WeChat so that it knows what was shipped. */
final class ShipmentPlanner {

  private final UnknownCourier unknownCourier;

  ShipmentPlanner(UnknownCourier unknownCourier) {
    this.unknownCourier = unknownCourier;
  }

  /** Returns what to do; the same plan for the same situation. */
  Plan plan(Situation it) {
    return switch (it.order().status()) {
      case WAITING_PAYMENT, CASHIER_DONE ->
          Plan.hold(
              new Hold(
                  it.problem("shipment-unpaid"),
                  Release.ERP_CHANGE,
                  LookAgain.at(it.wanted().shipDoneTime(), it.now()),
                  50));
      case TIMED_OUT, CANCELLED -> hold(it, "shipment-order-closed", Release.ERP_CHANGE);
      case UNKNOWN -> hold(it, "shipment-order-state", Release.PERSON);
      case REFUNDED -> refunded(it);
      case WAITING_SHIPMENT, PARTLY_SHIPPED -> ship(it);
      case WAITING_RECEIPT -> shipped(it);
      case FINISHED -> Plan.nothing();
    };
  }

  private static Plan refunded(Situation it) {
    boolean byCourier = it.deliveryType() == DeliveryType.COURIER;
    return byCourier && !Comparison.of(it).missing().isEmpty()
        ? hold(it, "shipment-order-refunded", Release.ERP_CHANGE)
        : Plan.nothing();
  }

  private Plan ship(Situation it) {
    int named = it.wanted().deliveryType();
    if (named != 0 && DeliveryType.of(named) != it.deliveryType()) {
      return Plan.hold(Hold.of(otherType(it), Release.ERP_CHANGE));
    }
    if (ShipTime.isBeforePayment(it)) {
      return Plan.hold(
          Hold.of(
              it.problem(
                  "shipment-time",
                  "shipped",
                  String.valueOf(it.wanted().shipDoneTime()),
                  "paid",
                  String.valueOf(it.order().paidAt())),
              Release.ERP_CHANGE));
    }
    if (it.deliveryType() == DeliveryType.COURIER) {
      return byCourier(it, Comparison.of(it));
    }
    boolean later = Boolean.FALSE.equals(it.wanted().finishAllDelivery());
    return later ? Plan.nothing() : Plan.of(send(it, List.of(), true, it.deliveryType().chinese()));
  }

  private static Problem otherType(Situation it) {
    DeliveryType named = DeliveryType.of(it.wanted().deliveryType());
    return it.problem(
        "shipment-delivery-type",
        "found",
        named.code() + " " + named.chinese(),
        "ordered",
        it.deliveryType().code() + " " + it.deliveryType().chinese());
  }

  private Plan byCourier(Situation it, Comparison parcels) {
    OrderedGoods ordered = new OrderedGoods(it.order());
    List<Problem> wrong = ShipmentRules.check(it.wanted(), parcels.all(), ordered);
    if (!wrong.isEmpty()) {
      return Plan.hold(
          Hold.of(
              Findings.together("shipment", it.wanted().outOrderId(), wrong), Release.ERP_CHANGE));
    }
    Hold differs = Differences.hold(it, parcels);
    if (differs != null) {
      return Plan.hold(differs);
    }
    List<ReadyParcel> ready = new ArrayList<>();
    parcels.missing().forEach(each -> each.ready(unknownCourier).ifPresent(ready::add));
    boolean allReady = ready.size() == parcels.missing().size() && !parcels.all().isEmpty();
    boolean complete = ordered.areAllIn(parcels.goods());
    boolean finish = allReady && complete && !Boolean.FALSE.equals(it.wanted().finishAllDelivery());
    Hold rest =
        allReady ? unshipped(it, complete) : WaitingParcels.hold(it, parcels, unknownCourier);
    if (ready.isEmpty() && !finish) {
      return new Plan(List.of(), rest);
    }
    String why = finish ? "all is shipped" : "a part is shipped";
    return new Plan(List.of(send(it, ready, finish, why)), rest);
  }

  /** WeChat finishes no order of which goods are in no parcel (1010042). */
  private static @Nullable Hold unshipped(Situation it, boolean complete) {
    boolean named = Boolean.TRUE.equals(it.wanted().finishAllDelivery());
    return named && !complete
        ? new Hold(
            it.problem("shipment-goods-left"),
            Release.ERP_CHANGE,
            LookAgain.at(it.wanted().shipDoneTime(), it.now()),
            50)
        : null;
  }

  private static Call send(Situation it, List<ReadyParcel> parcels, boolean finish, String why) {
    ShipmentRequest request =
        new ShipmentRequest(
            ShipmentOperation.SEND,
            it.wanted().outOrderId(),
            it.wanted().openid(),
            parcels,
            finish,
            finish ? ShipTime.of(it) : null,
            it.wanted().extra());
    return new Call(ShipmentOperation.SEND, request, why);
  }

  /** WeChat counts the order as shipped; what is left is the receipt. */
  private static Plan shipped(Situation it) {
    if (it.deliveryType() == DeliveryType.COURIER) {
      Comparison parcels = Comparison.of(it);
      Hold differs = Differences.hold(it, parcels);
      if (differs != null) {
        return Plan.hold(differs);
      }
      if (!parcels.missing().isEmpty()) {
        return Plan.hold(
            Differences.correction(it, "shipment-finished", parcels.missing().get(0).name(), "-"));
      }
    }
    return it.wanted().received()
        ? Plan.of(
            new Call(
                ShipmentOperation.RECEIVE,
                ShipmentRequest.receive(it.wanted().outOrderId(), it.wanted().openid()),
                "received in the ERP"))
        : Plan.nothing();
  }

  private static Plan hold(Situation it, String code, Release release) {
    return Plan.hold(Hold.of(it.problem(code), release));
  }
}
