package com.wechaterp.hub.shipment;

import static com.wechaterp.hub.shipment.Shipments.received;
import static com.wechaterp.hub.shipment.Shipments.whole;
import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.Shipping;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;

/** Which shipments are not the component's, not sent yet, or not sent at all. */
class ShipmentLeftAloneTest extends ShipmentPushFixture {

  @ParameterizedTest
  @CsvSource({
    "COMPONENT, 0, true",
    "COMPONENT, 1, true",
    "SHIPPING_INFO, 1, false",
    "BY_FUND_TYPE, 0, false",
    "BY_FUND_TYPE, 1, true"
  })
  void goesWhereTheAccountAndTheFundTypeSay(Shipping shipping, int fundType, boolean component) {
    ShippingLanes lanes = new ShippingLanes(accounts(shipping), work);
    OrderLink link =
        OrderLink.unknown("main", "SO1").wanted("o-buyer", fundType, 1, null).seen("77", 20);

    assertThat(lanes.isComponents("main", link)).isEqualTo(component);
    lanes.passOn("main", "SO1");
    Mockito.verify(work)
        .mark(
            Mockito.eq(new WorkKey("shipping-infos", "main", "SO1")),
            Mockito.anyInt(),
            Mockito.anyString());
  }

  @Test
  void holdsWhatWeChatRefusesAndForgetsThatItWasBegun() {
    wechat.refuses = FalteringDelivery.refusal(9401020, ErrorCategory.PERMANENT);

    assertThat(held(Shipments.of(whole("1")))).isEqualTo("wechat-unreachable");
    assertThat(sent.of("main", Shipments.KEY)).isEmpty();
  }

  @Test
  void holdsAnOrderThatWeChatDoesNotHave() {
    wechat.status = 0;

    assertThat(held(Shipments.of(whole("1")))).isEqualTo("shipment-no-order");
  }

  @Test
  void holdsAnOrderWhoseBuyerIsNotKnown() {
    assertThat(held(Shipments.of(whole("1")).to(""))).isEqualTo("shipment-no-buyer");
  }

  @Test
  void leavesAShipmentToTheAccountThatTookTheOrder() {
    links.save(OrderLink.unknown("second", Shipments.KEY));

    push(Shipments.of(whole("1")));

    assertThat(wechat.sent).isEmpty();
    Mockito.verify(work)
        .mark(
            new WorkKey("shipments", "second", Shipments.KEY),
            WorkPriority.NORMAL,
            "changed in the ERP");
  }

  @Test
  void leavesOrdersFromBeforeTheHubAlone() {
    clock.forward(Duration.ofDays(40));

    push(Shipments.of(whole("1")));
    push(received(whole("1")).to(""));

    assertThat(wechat.sent).isEmpty();
  }

  @Test
  void holdsAShipmentThatIsGoneFromTheErp() {
    push(null);
    push(Shipments.of(whole("1")));

    assertThat(held(null)).isEqualTo("shipment-withdrawn");
  }
}
