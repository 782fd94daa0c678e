package com.wechaterp.hub.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.document.ExtraField;
import com.wechaterp.hub.document.ExtraFields;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShipmentReaderTest {

  private static Map<String, Object> line(
      String courier, String waybill, String sku, Object count) {
    return Map.of(
        "delivery_id", courier, "waybill_id", waybill, "out_sku_id", sku, "product_cnt", count);
  }

  private static Shipment read(Map<String, ?> document) {
    return Objects.requireNonNull(ShipmentReader.read(document));
  }

  @Test
  void foldsTheLinesOfOneCourierAndTrackingNumberIntoOneParcel() {
    Instant shipped = Instant.parse("2026-03-01T01:00:00Z");

    Shipment shipment =
        read(
            Map.of(
                "out_order_id",
                "SO1",
                "ship_done_time",
                shipped,
                "delivery_list",
                List.of(
                    line("顺丰", "SF1", "CUP", 1L),
                    line("顺丰", "SF2", "CUP", 1L),
                    line("顺丰", "SF1", "PLATE", 2L),
                    line("顺丰", "SF1", "CUP", 2L))));

    assertThat(shipment.parcels())
        .containsExactly(
            new Parcel("顺丰", "SF1", List.of(new Goods("", "CUP", 3), new Goods("", "PLATE", 2))),
            new Parcel("顺丰", "SF2", List.of(new Goods("", "CUP", 1))));
    assertThat(shipment.shipDoneTime()).isEqualTo(shipped);
    assertThat(shipment.finishAllDelivery()).isNull();
    assertThat(shipment.received()).isFalse();
  }

  @Test
  void cleansTrackingNumbersThatWerePasted() {
    Shipment shipment =
        read(
            Map.of(
                "out_order_id", "SO1", "delivery_list", List.of(Map.of("waybill_id", " ＳＦ1 2\n"))));

    assertThat(shipment.parcels()).containsExactly(new Parcel("", "SF12", List.of()));
  }

  @Test
  void namesEveryColumnOfAWrongType() {
    HoldException held =
        catchThrowableOfType(
            HoldException.class,
            () ->
                read(
                    Map.of(
                        "out_order_id",
                        "SO1",
                        "delivery_type",
                        "courier",
                        "delivery_list",
                        List.of(line("SF", "1", "CUP", "two")))));

    assertThat(held.hold().reason().facts().get("violations"))
        .contains("delivery_type = courier", "delivery_list[1].product_cnt = two");
  }

  @Test
  void findsWhatIsWrongWithTheShipmentItself() {
    Shipment shipment =
        new Shipment(
            "SO1",
            "",
            9,
            List.of(new Parcel("SF", "等待填写", List.of(new Goods("", "CUP", 0)))),
            null,
            null,
            false,
            ExtraFields.NONE);

    assertThat(ShipmentRules.check(shipment))
        .extracting(Problem::code)
        .containsExactly("shipment-delivery-type-code", "shipment-waybill", "shipment-count");
  }

  @Test
  void carriesThePacksOwnFieldsIntoTheBody() {
    ExtraField cold =
        new ExtraField(
            Set.of(ShipmentOperation.SEND),
            "delivery_list.cold_chain",
            Map.of("waybill_id", "SF1"),
            1L);
    Shipment wanted =
        read(
            Map.of(
                "out_order_id",
                "SO1",
                "openid",
                Shipments.BUYER,
                "delivery_list",
                List.of(line("SF", "SF1", "CUP", 2), line("SF", "SF2", "PLATE", 1)),
                "extra",
                new ExtraFields(List.of(cold))));
    Call send = Planned.plan(wanted, Shipments.order(20)).calls().get(0);

    assertThat(DeliveryTransformer.body((ShipmentRequest) send.subject()).get("delivery_list"))
        .asString()
        .containsPattern("SF1.*cold_chain=1.*SF2")
        .doesNotContainPattern("SF2.*cold_chain");
  }

  @Test
  void makesWeChatsBodies() {
    ShipmentRequest part =
        new ShipmentRequest(
            ShipmentOperation.SEND,
            "SO1",
            "o-buyer",
            List.of(new ReadyParcel("SF", "1", List.of(new Goods("P1", "CUP", 1)))),
            false,
            null,
            ExtraFields.NONE);
    ShipmentRequest all =
        new ShipmentRequest(
            ShipmentOperation.SEND,
            "SO1",
            "o-buyer",
            List.of(),
            true,
            Instant.parse("2026-03-01T01:00:00Z"),
            ExtraFields.NONE);

    assertThat(DeliveryTransformer.body(part))
        .isEqualTo(
            Map.of(
                "out_order_id",
                "SO1",
                "openid",
                "o-buyer",
                "finish_all_delivery",
                0L,
                "delivery_list",
                List.of(
                    Map.of(
                        "delivery_id",
                        "SF",
                        "waybill_id",
                        "1",
                        "product_info_list",
                        List.of(
                            Map.of(
                                "out_product_id",
                                "P1",
                                "out_sku_id",
                                "CUP",
                                "product_cnt",
                                1L))))));
    assertThat(DeliveryTransformer.body(all))
        .containsEntry("finish_all_delivery", 1L)
        .containsEntry("ship_done_time", "2026-03-01 09:00:00")
        .doesNotContainKey("delivery_list");
    assertThat(DeliveryTransformer.body(ShipmentRequest.receive("SO1", "o-buyer")))
        .isEqualTo(Map.of("out_order_id", "SO1", "openid", "o-buyer"));
  }
}
