package com.wechaterp.hub.shipment;

import static com.wechaterp.hub.shipment.Shipments.NOW;
import static com.wechaterp.hub.shipment.Shipments.SHIPPED;
import static com.wechaterp.hub.shipment.Shipments.cups;
import static com.wechaterp.hub.shipment.Shipments.finishing;
import static com.wechaterp.hub.shipment.Shipments.of;
import static com.wechaterp.hub.shipment.Shipments.order;
import static com.wechaterp.hub.shipment.Shipments.parcel;
import static com.wechaterp.hub.shipment.Shipments.plate;
import static com.wechaterp.hub.shipment.Shipments.received;
import static com.wechaterp.hub.shipment.Shipments.whole;
import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShipmentPlannerTest {

  private final ShipmentPlanner planner = new ShipmentPlanner(UnknownCourier.HOLD);

  private Plan plan(Shipment wanted, KnownOrder order, SentParcel... sent) {
    return planner.plan(new Situation(wanted, order, List.of(sent), Shipments.COURIERS, NOW));
  }

  private static SentParcel sent(String waybill, Goods... goods) {
    return new SentParcel(
        "SF", waybill, List.of(goods), SentParcel.State.SENT, NOW.minus(Duration.ofHours(1)), "");
  }

  private static ShipmentRequest only(Plan plan) {
    assertThat(plan.calls()).hasSize(1);
    return (ShipmentRequest) plan.calls().get(0).subject();
  }

  private static Hold hold(Plan plan, String code) {
    Hold hold = plan.hold();
    assertThat(hold).isNotNull();
    assertThat(hold.reason().code()).isEqualTo(code);
    return hold;
  }

  @Test
  void sendsTheOnlyParcelAndFinishesTheOrder() {
    Plan plan = plan(of(whole("1")), order(20));

    assertThat(plan.hold()).isNull();
    ShipmentRequest request = only(plan);
    assertThat(request.operation()).isEqualTo("shop/delivery/send");
    assertThat(request.openid()).isEqualTo(Shipments.BUYER);
    assertThat(request.parcels())
        .containsExactly(new ReadyParcel("SF", "1", List.of(cups(2), plate())));
    assertThat(request.finishAllDelivery()).isTrue();
    assertThat(request.shipDoneTime()).isEqualTo(SHIPPED);
  }

  @Test
  void sendsSeveralParcelsTogether() {
    ShipmentRequest request =
        only(plan(of(parcel("顺丰", "1", cups(2)), parcel("YTO", "2", plate())), order(20)));

    assertThat(request.parcels())
        .extracting(ReadyParcel::toString)
        .containsExactly("SF/1", "YTO/2");
    assertThat(request.finishAllDelivery()).isTrue();
  }

  @Test
  void sendsAPartWithoutFinishingTheOrder() {
    ShipmentRequest request = only(plan(of(parcel("顺丰", "1", cups(1))), order(20)));

    assertThat(request.finishAllDelivery()).isFalse();
    assertThat(request.shipDoneTime()).isNull();
  }

  @Test
  void sendsOnlyTheParcelThatWeChatLacksAndFinishesWithIt() {
    ShipmentRequest request =
        only(
            plan(
                of(parcel("顺丰", "1", cups(2)), parcel("顺丰", "2", plate())),
                order(21, "SF/1"),
                sent("1", cups(2))));

    assertThat(request.parcels()).extracting(ReadyParcel::toString).containsExactly("SF/2");
    assertThat(request.finishAllDelivery()).isTrue();
  }

  @Test
  void doesNothingWhenWeChatHasAllParcels() {
    Shipment wanted = of(parcel("顺丰", "1", cups(1)));

    assertThat(plan(wanted, order(21, "SF/1"), sent("1", cups(1)))).isEqualTo(Plan.nothing());
    assertThat(plan(of(whole("1")), order(30, "SF/1"))).isEqualTo(Plan.nothing());
    assertThat(plan(of(whole("1")), order(100, "SF/1"))).isEqualTo(Plan.nothing());
  }

  @Test
  void takesASingleParcelWithoutGoodsForTheWholeOrder() {
    assertThat(only(plan(of(parcel("SF", "1")), order(20))).parcels())
        .containsExactly(new ReadyParcel("SF", "1", List.of(cups(2), plate())));
    hold(plan(of(parcel("SF", "1"), whole("2")), order(20)), "shipment-no-goods");
  }

  @Test
  void completesGoodsThatNameOnlyTheSku() {
    Shipment wanted = of(parcel("SF", "1", new Goods("", "CUP", 2)));

    assertThat(only(plan(wanted, order(20))).parcels().get(0).goods()).containsExactly(cups(2));
  }

  @Test
  void followsTheErpWhenItSaysWhetherAllIsShipped() {
    assertThat(only(plan(finishing(false, whole("1")), order(20))).finishAllDelivery()).isFalse();
    assertThat(
            only(plan(finishing(true, parcel("SF", "1", cups(1))), order(20))).finishAllDelivery())
        .isTrue();
  }

  @Test
  void finishesAnOrderWhoseLastParcelIsAtWeChatAlready() {
    Plan plan =
        plan(finishing(true, parcel("SF", "1", cups(2))), order(21, "SF/1"), sent("1", cups(2)));

    assertThat(only(plan).parcels()).isEmpty();
    assertThat(only(plan).finishAllDelivery()).isTrue();
  }

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
  void holdsAChangedTrackingNumberWithBoth() {
    Plan plan = plan(of(whole("2")), order(30, "SF/1"), sent("1", cups(2), plate()));

    assertThat(plan.calls()).isEmpty();
    Hold hold = hold(plan, "shipment-changed");
    assertThat(hold.reason().facts())
        .containsEntry("parcel", "SF/1")
        .containsEntry("found", "顺丰/2");
    assertThat(hold.until()).isEqualTo(NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void holdsAChangedCourier() {
    hold(plan(of(parcel("圆通快速", "1", cups(2), plate())), order(30, "SF/1")), "shipment-changed");
  }

  @Test
  void sendsNothingOnTopOfAParcelThatWasChanged() {
    Plan plan =
        plan(
            of(parcel("SF", "2", cups(1)), parcel("SF", "3", plate())),
            order(21, "SF/1"),
            sent("1", cups(1)));

    assertThat(plan.calls()).isEmpty();
    hold(plan, "shipment-changed");
  }

  @Test
  void holdsGoodsThatWereChangedAfterTheParcelWasSent() {
    hold(
        plan(of(parcel("SF", "1", cups(2))), order(21, "SF/1"), sent("1", cups(1))),
        "shipment-goods-changed");
  }

  @Test
  void tellsAParcelGoneFromTheErpFromOneTheHubNeverSent() {
    Shipment wanted = of(parcel("SF", "1", cups(1)));

    hold(
        plan(wanted, order(21, "SF/1", "SF/2"), sent("1", cups(1)), sent("2", plate())),
        "shipment-parcel-gone");
    hold(plan(wanted, order(21, "SF/1", "SF/2"), sent("1", cups(1))), "shipment-parcel-foreign");
  }

  @Test
  void holdsAParcelThatComesAfterWeChatCountsTheOrderAsShipped() {
    Plan plan = plan(of(parcel("SF", "1", cups(2)), parcel("SF", "2", plate())), order(30, "SF/1"));

    assertThat(hold(plan, "shipment-finished").reason().facts()).containsEntry("parcel", "SF/2");
  }

  @Test
  void givesWeChatTimeToShowAParcelItTook() {
    SentParcel justSent =
        new SentParcel(
            "SF", "1", List.of(cups(2), plate()), SentParcel.State.SENT, NOW.minusSeconds(5), "");

    Plan plan = plan(of(whole("1")), order(20), justSent);

    assertThat(plan.calls()).isEmpty();
    assertThat(hold(plan, "shipment-settling").until())
        .isEqualTo(NOW.minusSeconds(5).plus(Differences.SETTLING));
  }

  @Test
  void sendsAgainWhatWeChatDoesNotShowForLong() {
    Plan plan = plan(of(whole("1")), order(20), sent("1", cups(2), plate()));

    assertThat(only(plan).parcels()).extracting(ReadyParcel::toString).containsExactly("SF/1");
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_COURIER", "OFFLINE", "PICK_UP"})
  void finishesAnOrderWithoutCourierAndWithoutParcels(DeliveryType type) {
    ShipmentRequest request = only(plan(of(type, null), order(20, type)));

    assertThat(request.parcels()).isEmpty();
    assertThat(request.finishAllDelivery()).isTrue();
    assertThat(plan(of(type, false), order(20, type))).isEqualTo(Plan.nothing());
  }

  @Test
  void holdsAShipmentByAnotherWayThanTheOrders() {
    hold(plan(of(DeliveryType.PICK_UP, null), order(20)), "shipment-delivery-type");
  }

  @Test
  void tellsWeChatThatTheBuyerHasReceivedIt() {
    ShipmentRequest request = only(plan(received(whole("1")), order(30, "SF/1")));

    assertThat(request.operation()).isEqualTo("shop/delivery/recieve");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 100})
  void confirmsNoReceiptBeforeAllIsShippedNorTwice(int status) {
    Plan plan =
        status == 20
            ? plan(received(whole("1")), order(20))
            : plan(received(whole("1")), order(100, "SF/1"));

    assertThat(plan.calls()).extracting("operation").doesNotContain("shop/delivery/recieve");
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
