package com.wechaterp.hub.shipment;

import static com.wechaterp.hub.shipment.Shipments.cups;
import static com.wechaterp.hub.shipment.Shipments.parcel;
import static com.wechaterp.hub.shipment.Shipments.plate;
import static com.wechaterp.hub.shipment.Shipments.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** What the ERP is told of its shipments. */
class ShipmentNewsTest extends ShipmentPushFixture {

  @Test
  void tellsTheErpOfEachParcelOnceAndAgainWhenAllIsShipped() {
    Parcel first = parcel("顺丰", "1", cups(2));
    push(Shipments.of(first));
    assertThat(told).isEmpty();
    push(Shipments.of(first));
    push(Shipments.of(first));
    assertThat(told)
        .singleElement()
        .satisfies(values -> assertThat(values.get("waybill_id")).isEqualTo("1"));

    push(Shipments.of(first, parcel("SF", "2", plate())));
    push(Shipments.of(first, parcel("SF", "2", plate())));

    assertThat(told).hasSize(3);
    assertThat(told.subList(1, 3))
        .allSatisfy(values -> assertThat(values.get("finish_all_delivery")).isEqualTo(1));
  }

  @Test
  void tellsTheErpLaterWhenItCouldNotBeToldAtOnce() {
    push(Shipments.of(whole("1")));
    Mockito.when(erp.write(Mockito.any(), Mockito.any()))
        .thenThrow(new IllegalStateException("away"))
        .thenAnswer(
            call -> {
              told.add(call.getArgument(1));
              return 1;
            });
    assertThat(
            catchThrowableOfType(IllegalStateException.class, () -> push(Shipments.of(whole("1")))))
        .isNotNull();

    push(Shipments.of(whole("1")));

    assertThat(told).hasSize(1);
  }
}
