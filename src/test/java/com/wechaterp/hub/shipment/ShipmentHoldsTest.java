package com.wechaterp.hub.shipment;

import static com.wechaterp.hub.shipment.Planned.hold;
import static com.wechaterp.hub.shipment.Planned.only;
import static com.wechaterp.hub.shipment.Planned.plan;
import static com.wechaterp.hub.shipment.Shipments.NOW;
import static com.wechaterp.hub.shipment.Shipments.cups;
import static com.wechaterp.hub.shipment.Shipments.finishing;
import static com.wechaterp.hub.shipment.Shipments.of;
import static com.wechaterp.hub.shipment.Shipments.order;
import static com.wechaterp.hub.shipment.Shipments.parcel;
import static com.wechaterp.hub.shipment.Shipments.plate;
import static com.wechaterp.hub.shipment.Shipments.whole;
import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a shipment waits, and for whom. */
class ShipmentHoldsTest {

  @Test
  void holdsAParcelWithoutTrackingNumberAndSendsItsNeighbour() {
    Plan plan = plan(of(parcel("顺丰", "1", cups(2)), parcel("圆通快速", "", plate())), order(20));

    assertThat(only(plan).parcels()).extracting(ReadyParcel::toString).containsExactly("SF/1");
    assertThat(only(plan).finishAllDelivery()).isFalse();
    assertThat(hold(plan, "shipment-no-waybill").release()).isEqualTo(Release.ERP_CHANGE);
  }

  @Test
  void doesNotFinishAnOrderAsLongAsAParcelHasNoTrackingNumber() {
    Plan plan =
        plan(finishing(true, parcel("顺丰", "1", cups(2)), parcel("顺丰", "", plate())), order(20));

    assertThat(only(plan).finishAllDelivery()).isFalse();
    hold(plan, "shipment-no-waybill");
  }

  @Test
  void holdsAnOrderThatIsShippedWithoutAnyParcel() {
    Plan plan = plan(finishing(true), order(20));

    assertThat(plan.calls()).isEmpty();
    hold(plan, "shipment-no-waybill");
  }

  @Test
  void holdsAnUnknownCourierWithTheNearestUntilTheNamesChange() {
    Plan plan = plan(of(parcel("顺丰快运", "1", cups(2), plate())), order(20));

    assertThat(plan.calls()).isEmpty();
    Hold hold = hold(plan, "shipment-courier-unknown");
    assertThat(hold.release()).isEqualTo(Release.CONFIG_CHANGE);
    assertThat(hold.reason().facts()).containsEntry("nearest", "SF 顺丰速运");
  }

  @Test
  void sendsAnUnknownCourierAsOthersIfTheAdminWantsIt() {
    Plan plan =
        new ShipmentPlanner(UnknownCourier.OTHERS)
            .plan(
                new Situation(
                    of(parcel("跑腿", "1", cups(2), plate())),
                    order(20),
                    List.of(),
                    Shipments.COURIERS,
                    NOW));

    assertThat(only(plan).parcels()).extracting(ReadyParcel::toString).containsExactly("OTHERS/1");
  }

  @Test
  void takesAParcelSentAsOthersForTheSameOnceItsCourierIsKnown() {
    assertThat(plan(of(whole("1")), order(30, "OTHERS/1"))).isEqualTo(Plan.nothing());
  }

  @Test
  void takesTwoNamesOfOneCourierForOneParcel() {
    ShipmentRequest request =
        only(plan(of(parcel("顺丰", "1", cups(2)), parcel("SF", "1", plate())), order(20)));

    assertThat(request.parcels())
        .containsExactly(new ReadyParcel("SF", "1", List.of(cups(2), plate())));
  }

  @Test
  void holdsAShipmentOfASkuThatWasNotOrdered() {
    Plan plan = plan(of(parcel("SF", "1", new Goods("P1", "CAP", 1))), order(20));

    assertThat(plan.calls()).isEmpty();
    assertThat(hold(plan, "shipment-unknown-sku").reason().facts())
        .containsEntry("found", "CAP")
        .containsEntry("nearest", "CUP");
  }

  @Test
  void holdsAShipmentOfMoreThanWasOrdered() {
    Plan plan = plan(of(parcel("SF", "1", cups(2)), parcel("SF", "2", cups(1))), order(20));

    assertThat(plan.calls()).isEmpty();
    assertThat(hold(plan, "shipment-too-many").reason().facts())
        .containsEntry("found", "3")
        .containsEntry("ordered", "2");
  }

  @ParameterizedTest
  @CsvSource({
    "10, shipment-unpaid",
    "11, shipment-unpaid",
    "181, shipment-order-closed",
    "250, shipment-order-closed",
    "200, shipment-order-refunded",
    "77, shipment-order-state"
  })
  void holdsAnOrderThatCannotBeShipped(int status, String code) {
    Plan plan = plan(of(whole("1")), order(status));

    assertThat(plan.calls()).isEmpty();
    hold(plan, code);
  }

  @Test
  void looksAgainAtAnUnpaidOrderEverMoreRarely() {
    assertThat(hold(plan(of(whole("1")), order(10)), "shipment-unpaid").until())
        .isEqualTo(NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void hasNothingToSayAboutARefundedOrderThatWasShippedBefore() {
    assertThat(plan(of(whole("1")), order(200, "SF/1"))).isEqualTo(Plan.nothing());
  }

  @Test
  void holdsAShipmentByAnotherWayThanTheOrders() {
    hold(plan(of(DeliveryType.PICK_UP, null), order(20)), "shipment-delivery-type");
  }

  @Test
  void listsSeveralReasonsTogether() {
    Plan plan = plan(of(parcel("跑腿", "1", cups(1)), parcel("顺丰", "", cups(1))), order(20));

    Problem reason = hold(plan, "shipment-rules").reason();
    assertThat(reason.facts().get("violations"))
        .contains("delivery_id = 跑腿 [shipment-courier-unknown]")
        .contains("waybill_id = 顺丰 [shipment-no-waybill]");
  }
}
