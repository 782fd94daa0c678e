package com.wechaterp.hub.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExtraFieldsTest {

  private static final String SEND = "shop/delivery/send";
  private static final Map<String, Object> BODY =
      Map.of(
          "out_order_id",
          "SO1",
          "delivery_list",
          List.of(parcel("SF 1", "CUP"), parcel("2", "PLATE")));

  private static Map<String, Object> parcel(String waybill, String sku) {
    return Map.of(
        "waybill_id", waybill, "product_info_list", List.of(Map.of("out_sku_id", sku, "cnt", 1L)));
  }

  private static Map<String, Object> with(String path, Map<String, String> element, Object value) {
    return new ExtraFields(List.of(new ExtraField(Set.of(SEND), path, element, value)))
        .into(SEND, BODY);
  }

  @Test
  void putsAFieldOfTheWholeWhereItsPathLeads() {
    assertThat(with("gift", Map.of(), 1L)).containsEntry("gift", 1L).containsAllEntriesOf(BODY);
    assertThat(with("note.text", Map.of(), "hi")).containsEntry("note", Map.of("text", "hi"));
    assertThat(with("delivery_list.cold", Map.of(), 1L).get("delivery_list").toString())
        .containsPattern("SF 1.*cold=1.*PLATE.*cold=1");
  }

  @Test
  void putsAFieldOfAnElementIntoThatElementAlone() {
    Map<String, Object> ofParcel = with("delivery_list.cold", Map.of("waybill_id", "SF1"), 1L);
    Map<String, Object> ofGoods =
        with(
            "delivery_list.product_info_list.lot",
            Map.of("waybill_id", "2", "out_sku_id", "PLATE"),
            "B");

    assertThat(ofParcel.get("delivery_list").toString())
        .containsPattern("cold=1.*PLATE")
        .doesNotContainPattern("PLATE.*cold");
    assertThat(ofGoods.get("delivery_list").toString())
        .containsPattern("PLATE.*lot=B")
        .doesNotContainPattern("CUP.*lot.*PLATE");
    assertThat(with("delivery_list.cold", Map.of("waybill_id", "3"), 1L)).isEqualTo(BODY);
  }

  @Test
  void neverReplacesWhatTheHubSends() {
    assertThat(with("out_order_id", Map.of(), "SO2")).isEqualTo(BODY);
    assertThat(with("out_order_id.more", Map.of(), "SO2")).isEqualTo(BODY);
  }

  @Test
  void goesIntoNoOtherOperation() {
    ExtraFields extra =
        new ExtraFields(List.of(new ExtraField(Set.of(SEND), "gift", Map.of(), 1L)));

    assertThat(extra.into("shop/order/add", BODY)).isSameAs(BODY);
    assertThat(extra.text(List.of("shop/order/add"))).isEmpty();
    assertThat(extra.text(List.of(SEND))).contains("gift", "1");
  }
}
