package com.wechaterp.hub.shipment;

import static com.wechaterp.hub.shipment.Planned.hold;
import static com.wechaterp.hub.shipment.Planned.only;
import static com.wechaterp.hub.shipment.Planned.plan;
import static com.wechaterp.hub.shipment.Planned.sent;
import static com.wechaterp.hub.shipment.Shipments.NOW;
import static com.wechaterp.hub.shipment.Shipments.cups;
import static com.wechaterp.hub.shipment.Shipments.of;
import static com.wechaterp.hub.shipment.Shipments.order;
import static com.wechaterp.hub.shipment.Shipments.parcel;
import static com.wechaterp.hub.shipment.Shipments.plate;
import static com.wechaterp.hub.shipment.Shipments.whole;
import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the ERP and WeChat say different things about parcels. */
class ShipmentDifferencesTest {

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
}
