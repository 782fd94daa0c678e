package com.wechaterp.hub.shippinginfo;

import static com.wechaterp.hub.shippinginfo.Trades.NOBODY;
import static com.wechaterp.hub.shippinginfo.Trades.NOW;
import static com.wechaterp.hub.shippinginfo.Trades.PAYMENT;
import static com.wechaterp.hub.shippinginfo.Trades.SHIPPED;
import static com.wechaterp.hub.shippinginfo.Trades.combined;
import static com.wechaterp.hub.shippinginfo.Trades.info;
import static com.wechaterp.hub.shippinginfo.Trades.known;
import static com.wechaterp.hub.shippinginfo.Trades.parcel;
import static com.wechaterp.hub.shippinginfo.Trades.sub;
import static com.wechaterp.hub.shippinginfo.Trades.trade;
import static com.wechaterp.hub.shippinginfo.Trades.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippingInfoPlannerTest {

  private static Plan plan(ShippingInfo wanted, KnownPayment known) {
    return ShippingInfoPlanner.plan(trade(wanted, known));
  }

  private static ShippingInfoRequest only(Plan plan) {
    assertThat(plan.calls()).hasSize(1);
    return (ShippingInfoRequest) plan.calls().get(0).subject();
  }

  private static ReadyPart part(Plan plan) {
    assertThat(only(plan).parts()).hasSize(1);
    return only(plan).parts().get(0);
  }

  private static Hold hold(Plan plan, String code) {
    Hold hold = plan.hold();
    assertThat(hold).isNotNull();
    assertThat(hold.reason().code()).isEqualTo(code);
    return hold;
  }

  @Test
  void uploadsASingleParcelAsOneDelivery() {
    Plan plan = plan(info(parcel("圆通", "1")), known(1, 0));

    assertThat(plan.hold()).isNull();
    assertThat(only(plan).operation()).isEqualTo("wxa/sec/order/upload_shipping_info");
    assertThat(only(plan).openid()).isEqualTo(Trades.BUYER);
    assertThat(part(plan).split()).isFalse();
    assertThat(part(plan).all()).isTrue();
    assertThat(part(plan).parcels()).containsExactly(new ReadyPart.Parcel("YTO", "1", "杯子*1"));
  }

  @Test
  void uploadsSeveralParcelsAsASplitDelivery() {
    ReadyPart part = part(plan(info(parcel("圆通", "1"), parcel("YTO", "2")), known(1, 0)));

    assertThat(part.split()).isTrue();
    assertThat(part.all()).isTrue();
    assertThat(part.parcels()).hasSize(2);
  }

  @Test
  void uploadsAPartAndLaterTheRest() {
    ReadyPart first = part(plan(info(false, null, NOBODY, parcel("圆通", "1")), known(1, 0)));
    assertThat(first.split()).isTrue();
    assertThat(first.all()).isFalse();
    KnownPayment partly = known(1, 0, "YTO/1");
    assertThat(plan(info(false, null, NOBODY, parcel("圆通", "1")), partly))
        .isEqualTo(Plan.nothing());

    ReadyPart rest = part(plan(info(parcel("圆通", "1"), parcel("圆通", "2")), partly));
    assertThat(rest.all()).isTrue();
    assertThat(rest.parcels()).hasSize(2);
  }

  @Test
  void finishesASplitDeliveryWhoseParcelsAreAllThere() {
    ReadyPart part = part(plan(info(parcel("圆通", "1")), known(1, 0, "YTO/1")));

    assertThat(part.split()).isTrue();
    assertThat(part.all()).isTrue();
  }

  @Test
  void holdsAParcelWithoutNumberAndUploadsItsNeighbour() {
    Plan plan = plan(info(parcel("圆通", "1"), parcel("圆通", "")), known(1, 0));

    assertThat(part(plan).all()).isFalse();
    hold(plan, "shipment-no-waybill");
  }

  @Test
  void doesNothingWhenBothSidesAgree() {
    assertThat(plan(info(parcel("圆通", "1")), known(2, 1, "YTO/1"))).isEqualTo(Plan.nothing());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 6})
  void leavesReceivedAndSettledPaymentsAlone(int state) {
    assertThat(plan(info(parcel("圆通", "2")), known(state, 1, "YTO/1"))).isEqualTo(Plan.nothing());
  }

  @Test
  void correctsAShipmentOnce() {
    Plan plan = plan(info(parcel("圆通", "2")), known(2, 1, "YTO/1"));

    assertThat(part(plan).parcels()).extracting(Object::toString).containsExactly("YTO/2");
    assertThat(plan.calls().get(0).why()).isEqualTo("corrected");
    assertThat(plan(info(parcel("圆通", "2")), known(2, 2, "YTO/1")).calls()).isEmpty();
    assertThat(
            hold(plan(info(parcel("圆通", "2")), known(2, 2, "YTO/1")), "shipping-info-corrected")
                .reason()
                .facts())
        .containsEntry("parcel", "YTO/1")
        .containsEntry("found", "YTO/2");
  }

  @Test
  void keepsTheOneCorrectionUntilEveryNumberIsKnown() {
    Plan plan = plan(info(parcel("圆通", "2"), parcel("圆通", "")), known(2, 1, "YTO/1"));

    assertThat(plan.calls()).isEmpty();
    hold(plan, "shipment-no-waybill");
  }

  @Test
  void holdsAParcelOnlyWeChatHasUntilAllIsShipped() {
    Plan waiting =
        plan(info(false, null, NOBODY, parcel("圆通", "1")), known(1, 0, "YTO/1", "YTO/9"));

    assertThat(waiting.calls()).isEmpty();
    hold(waiting, "shipping-info-surplus");
  }

  @Test
  void holdsAnUnknownCourierUntilTheNamesChange() {
    assertThat(
            hold(plan(info(parcel("圆快", "1")), known(1, 0)), "shipment-courier-unknown").release())
        .isEqualTo(Release.CONFIG_CHANGE);
  }

  @Test
  void wantsATelephoneNumberForOneCourierOnly() {
    hold(plan(info(parcel("SF", "1")), known(1, 0)), "shipping-info-contact");

    Plan called =
        plan(info(null, null, Contact.of("", "13812345678"), parcel("SF", "1")), known(1, 0));
    assertThat(called.hold()).isNull();
    assertThat(only(called).contact().receiver()).isEqualTo("138****5678");
  }

  @Test
  void takesThePaymentsDescriptionWhereTheErpHasNone() {
    ReadyPart part = part(plan(info(new TradeParcel("圆通", "1", "")), known(1, 0)));

    assertThat(part.parcels().get(0).itemDesc()).isEqualTo("小程序商品*1");
  }

  @Test
  void cutsALongDescription() {
    ReadyPart part = part(plan(info(new TradeParcel("圆通", "1", "杯".repeat(200))), known(1, 0)));

    assertThat(part.parcels().get(0).itemDesc()).hasSize(120).endsWith("…");
  }

  @Test
  void holdsMoreParcelsThanWeChatTakes() {
    TradeParcel[] many =
        IntStream.range(0, 16).mapToObj(i -> parcel("圆通", "N" + i)).toArray(TradeParcel[]::new);

    Plan plan = plan(info(many), known(1, 0));

    assertThat(plan.calls()).isEmpty();
    hold(plan, "shipping-info-too-many");
  }

  @ParameterizedTest
  @EnumSource(names = {"SAME_CITY", "VIRTUAL", "PICK_UP"})
  void shipsWithoutCourierAtOnceAndOnlyOnce(LogisticsType logistics) {
    ReadyPart part = part(plan(without(logistics, null), known(1, 0)));
    assertThat(part.logistics()).isEqualTo(logistics);
    assertThat(part.parcels()).containsExactly(new ReadyPart.Parcel("", "", "小程序商品*1"));

    assertThat(plan(without(logistics, null), known(2, 1))).isEqualTo(Plan.nothing());
    assertThat(plan(without(logistics, false), known(1, 0))).isEqualTo(Plan.nothing());
  }

  @Test
  void holdsWhatCannotBeShipped() {
    hold(plan(info(parcel("圆通", "1")), known(5, 0)), "shipping-info-refunded");
    hold(plan(info(parcel("圆通", "1")), known(9, 0)), "shipping-info-state");
    hold(plan(without(LogisticsType.UNKNOWN, null), known(1, 0)), "shipping-info-logistics-type");
    assertThat(
            hold(
                    ShippingInfoPlanner.plan(
                        new Trade(
                            info(parcel("圆通", "1")), Map.of(), Set.of(), Trades.COURIERS, NOW)),
                    "shipping-info-no-payment")
                .until())
        .isEqualTo(NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void looksForAPaymentOfJustNowAgainInSeconds() {
    Instant soon = Trades.SHIPPED.plusSeconds(20);

    assertThat(
            hold(
                    ShippingInfoPlanner.plan(
                        new Trade(
                            info(parcel("圆通", "1")), Map.of(), Set.of(), Trades.COURIERS, soon)),
                    "shipping-info-no-payment")
                .until())
        .isEqualTo(soon.plusSeconds(10));
  }

  @Test
  void uploadsThePartsOfACombinedPaymentTogether() {
    ShippingInfo wanted =
        combined(
            new ShippingInfo.Part(sub("T1"), List.of(parcel("圆通", "1"))),
            new ShippingInfo.Part(sub("T2"), List.of(parcel("圆通", "2"))));

    ShippingInfoRequest request =
        only(
            ShippingInfoPlanner.plan(
                new Trade(
                    wanted,
                    Map.of(sub("T1"), known(1, 0), sub("T2"), known(1, 0)),
                    Set.of(),
                    Trades.COURIERS,
                    NOW)));

    assertThat(request.operation()).isEqualTo("wxa/sec/order/upload_combined_shipping_info");
    assertThat(request.parts()).extracting(ReadyPart::key).containsExactly(sub("T1"), sub("T2"));
  }

  @Test
  void uploadsOfACombinedPaymentOnlyThePartsThatNeedIt() {
    ShippingInfo wanted =
        combined(
            new ShippingInfo.Part(sub("T1"), List.of(parcel("圆通", "1"))),
            new ShippingInfo.Part(sub("T2"), List.of(parcel("圆通", "2"))));

    ShippingInfoRequest request =
        only(
            ShippingInfoPlanner.plan(
                new Trade(
                    wanted,
                    Map.of(sub("T1"), known(3, 1, "YTO/1"), sub("T2"), known(1, 0)),
                    Set.of(),
                    Trades.COURIERS,
                    NOW)));

    assertThat(request.parts()).extracting(ReadyPart::key).containsExactly(sub("T2"));
  }

  @Test
  void remindsTheBuyerOnceAfterTheCourierHandedItOver() {
    ShippingInfo wanted = info(null, NOW, NOBODY, parcel("圆通", "1"));

    ShippingInfoRequest request = only(plan(wanted, known(2, 1, "YTO/1")));
    assertThat(request.operation()).isEqualTo("wxa/sec/order/notify_confirm_receive");
    assertThat(request.time()).isEqualTo(NOW);

    Plan reminded =
        ShippingInfoPlanner.plan(
            new Trade(
                wanted,
                Map.of(PAYMENT, known(2, 1, "YTO/1")),
                Set.of(PAYMENT),
                Trades.COURIERS,
                NOW));
    assertThat(reminded).isEqualTo(Plan.nothing());
  }

  @Test
  void remindsOfNoTimeBeforeTheUpload() {
    ShippingInfo wanted = info(null, SHIPPED.minusSeconds(60), NOBODY, parcel("圆通", "1"));

    assertThat(only(plan(wanted, known(2, 1, "YTO/1"))).time()).isEqualTo(SHIPPED);
  }
}
