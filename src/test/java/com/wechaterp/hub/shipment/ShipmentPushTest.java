package com.wechaterp.hub.shipment;

import static com.wechaterp.hub.shipment.Shipments.cups;
import static com.wechaterp.hub.shipment.Shipments.parcel;
import static com.wechaterp.hub.shipment.Shipments.received;
import static com.wechaterp.hub.shipment.Shipments.whole;
import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.work.WorkKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** What is sent once, though calls or their answers are lost. */
class ShipmentPushTest extends ShipmentPushFixture {

  @Test
  void doesNotShipAgainWhatArrivedWithoutAnAnswer() {
    wechat.losesTheAnswer = true;
    losesOne(Shipments.of(whole("1")));

    push(Shipments.of(whole("1")));

    assertThat(wechat.sent).containsExactly("shop/delivery/send");
    assertThat(wechat.parcels).containsExactly("SF/1");
    assertThat(sent.of("main", Shipments.KEY))
        .extracting(SentParcel::state)
        .containsExactly(SentParcel.State.SENT);
  }

  @Test
  void shipsAgainWhatDidNotArrive() {
    wechat.losesTheCall = true;
    losesOne(Shipments.of(whole("1")));

    push(Shipments.of(whole("1")));

    assertThat(wechat.parcels).containsExactly("SF/1");
  }

  @Test
  void shipsAChangedNumberWhenTheFirstDidNotArrive() {
    wechat.losesTheCall = true;
    losesOne(Shipments.of(whole("1")));

    push(Shipments.of(whole("2")));

    assertThat(wechat.parcels).containsExactly("SF/2");
    assertThat(sent.of("main", Shipments.KEY)).hasSize(1);
  }

  @Test
  void remembersWhatWasInAParcelBeforeItIsSent() {
    wechat.meanwhile =
        () ->
            assertThat(sent.of("main", Shipments.KEY))
                .singleElement()
                .satisfies(
                    parcel -> {
                      assertThat(parcel.state()).isEqualTo(SentParcel.State.BEGUN);
                      assertThat(parcel.goods()).containsExactly(cups(1));
                    });

    push(Shipments.of(parcel("顺丰", "1", cups(1))));

    assertThat(wechat.sent).hasSize(1);
  }

  @Test
  void looksBackAfterEachCallAndLetsTheOrderBeLookedAtToo() {
    push(Shipments.of(whole("1")));
    Mockito.verify(work)
        .mark(
            Mockito.eq(new WorkKey("shipments", "main", Shipments.KEY)),
            Mockito.anyInt(),
            Mockito.contains("shop/delivery/send"));

    Mockito.clearInvocations(work);
    push(Shipments.of(whole("1")));
    Mockito.verify(work)
        .mark(
            Mockito.eq(new WorkKey("orders", "main", Shipments.KEY)),
            Mockito.anyInt(),
            Mockito.contains("state"));
  }

  @Test
  void adoptsAParcelThatSomebodyElseSent() {
    wechat.status = 21;
    wechat.parcels.add("SF/1");

    push(Shipments.of(parcel("顺丰", "1", cups(2))));

    assertThat(wechat.sent).isEmpty();
    assertThat(sent.of("main", Shipments.KEY))
        .extracting(SentParcel::goods)
        .containsExactly(List.of(cups(2)));
    assertThat(told).hasSize(1);
  }

  @Test
  void plansAnewWhenTheOrderMovedOnMeanwhile() {
    wechat.refuses = FalteringDelivery.refusal(100000, ErrorCategory.PERMANENT);
    wechat.meanwhile = () -> wechat.status = 200;

    push(Shipments.of(whole("1")));

    assertThat(held(Shipments.of(whole("1")))).isEqualTo("shipment-order-refunded");
  }

  @Test
  void confirmsTheReceiptOnce() {
    push(received(whole("1")));
    push(received(whole("1")));
    push(received(whole("1")));

    assertThat(wechat.sent).containsExactly("shop/delivery/send", "shop/delivery/recieve");
  }
}
