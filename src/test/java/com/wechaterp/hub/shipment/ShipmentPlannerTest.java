package com.wechaterp.hub.shipment;

import static com.wechaterp.hub.shipment.Planned.hold;
import static com.wechaterp.hub.shipment.Planned.only;
import static com.wechaterp.hub.shipment.Planned.plan;
import static com.wechaterp.hub.shipment.Planned.sent;
import static com.wechaterp.hub.shipment.Shipments.SHIPPED;
import static com.wechaterp.hub.shipment.Shipments.cups;
import static com.wechaterp.hub.shipment.Shipments.finishing;
import static com.wechaterp.hub.shipment.Shipments.of;
import static com.wechaterp.hub.shipment.Shipments.order;
import static com.wechaterp.hub.shipment.Shipments.paid;
import static com.wechaterp.hub.shipment.Shipments.parcel;
import static com.wechaterp.hub.shipment.Shipments.plate;
import static com.wechaterp.hub.shipment.Shipments.received;
import static com.wechaterp.hub.shipment.Shipments.whole;
import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.plan.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent of a shipment. */
class ShipmentPlannerTest {

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
    assertThat(only(plan(finishing(true, whole("1")), order(20))).finishAllDelivery()).isTrue();
  }

  @Test
  void finishesNoOrderOfWhichGoodsAreInNoParcel() {
    Plan plan = plan(finishing(true, parcel("SF", "1", cups(1))), order(20));

    assertThat(((ShipmentRequest) plan.calls().get(0).subject()).finishAllDelivery()).isFalse();
    assertThat(Objects.requireNonNull(plan.hold()).reason().code())
        .isEqualTo("shipment-goods-left");
  }

  @Test
  void doesNotTellATimeBeforeThePayment() {
    KnownOrder paidLater = paid(SHIPPED.plusSeconds(28_800));

    hold(plan(of(whole("1")), paidLater), "shipment-time");
  }

  @Test
  void takesTheTimeOfThePaymentWhereTheClocksDifferALittle() {
    Instant paid = SHIPPED.plusSeconds(300);

    assertThat(only(plan(of(whole("1")), paid(paid))).shipDoneTime()).isEqualTo(paid);
    assertThat(only(plan(of(whole("1")), paid(SHIPPED.minusSeconds(60)))).shipDoneTime())
        .isEqualTo(SHIPPED);
  }

  @Test
  void finishesAnOrderWhoseLastParcelIsAtWeChatAlready() {
    Plan plan = plan(finishing(true, whole("1")), order(21, "SF/1"), sent("1", cups(2), plate()));

    assertThat(only(plan).parcels()).isEmpty();
    assertThat(only(plan).finishAllDelivery()).isTrue();
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
}
