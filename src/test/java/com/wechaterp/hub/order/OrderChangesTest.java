package com.wechaterp.hub.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Closing orders and changing what they cost. */
class OrderChangesTest extends DeskFixture {

  @Test
  void closesAnUnpaidOrderOnce() {
    place(Orders.document());

    hub.changes.close("main", "SO-1");
    OrderAnswer again = hub.changes.close("main", "SO-1");

    assertThat(again.fields()).containsEntry("status", 250);
    assertThat(wechat.sent).containsOnlyOnce("shop/order/close");
  }

  @Test
  void closesNoPaidOrder() {
    place(Orders.document());
    wechat.status = 20;

    OrderRefused refused =
        catchThrowableOfType(OrderRefused.class, () -> hub.changes.close("main", "SO-1"));

    assertThat(refused.problem().code()).isEqualTo("order-close-refused");
  }

  @Test
  void changesThePriceOnceAndThenGivesNewParameters() {
    place(Orders.document());
    Map<String, Object> prices =
        Map.of(
            "order_price",
            1500L,
            "freight",
            500L,
            "discounted_price",
            200L,
            "product_infos",
            List.of(priced("CUP"), priced("PLATE")));

    assertThat(hub.changes.price("main", "SO-1", prices).fields())
        .containsEntry("order_price", 1500L);
    assertThat(hub.desk.ask("main", "SO-1").fields())
        .containsEntry("payment_params", Map.of("package", "prepay_id=4"));

    Map<String, Object> more = new java.util.HashMap<>(prices);
    more.put("order_price", 1400L);
    more.put("discounted_price", 300L);
    OrderRefused refused =
        catchThrowableOfType(OrderRefused.class, () -> hub.changes.price("main", "SO-1", more));
    assertThat(refused.problem().code()).isEqualTo("order-price-once");
  }

  @Test
  void changesNoPriceThatDoesNotAddUp() {
    place(Orders.document());

    OrderRefused refused =
        catchThrowableOfType(
            OrderRefused.class,
            () ->
                hub.changes.price(
                    "main",
                    "SO-1",
                    Map.of("order_price", 1L, "product_infos", List.of(priced("CUP")))));

    assertThat(refused.kind()).isEqualTo(OrderRefused.Kind.RULES);
    assertThat(wechat.sent).doesNotContain("shop/order/change_price");
  }

  private static Map<String, Object> priced(String sku) {
    return Map.of("out_product_id", "P-" + sku, "out_sku_id", sku, "sale_price", 400L);
  }
}
