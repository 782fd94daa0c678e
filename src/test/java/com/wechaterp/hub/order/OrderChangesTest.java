package com.wechaterp.hub.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.verify;

import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkPriority;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Closing orders and changing what they cost. */
class OrderChangesTest extends DeskFixture {

  private static final String CHANGE = "shop/order/change_price";

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
    Map<String, Object> prices = prices();

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
  void changesThePriceAgainWhenTheFirstTryNeverArrived() {
    place(Orders.document());
    wechat.refuses = FalteringOrders.lost(CHANGE);
    assertThat(
            catchThrowableOfType(
                WeChatException.class, () -> hub.changes.price("main", "SO-1", prices())))
        .isNotNull();

    assertThat(hub.changes.price("main", "SO-1", prices()).fields())
        .containsEntry("order_price", 1500L);
  }

  @Test
  void countsAChangeOfPriceWhoseAnswerWasLost() {
    place(Orders.document());
    wechat.losesTheAnswer = true;
    assertThat(
            catchThrowableOfType(
                WeChatException.class, () -> hub.changes.price("main", "SO-1", prices())))
        .isNotNull();

    assertThat(hub.changes.price("main", "SO-1", prices()).fields())
        .containsEntry("order_price", 1500L);
    assertThat(wechat.sent).containsOnlyOnce(CHANGE);
    assertThat(hub.link().priceChanged()).isTrue();
  }

  @Test
  void keepsTheOneChangeUsedWhenOnlyTheReadBackAfterItFails() {
    place(Orders.document());
    wechat.meanwhile = () -> wechat.failsToReadBack = true;

    assertThat(
            catchThrowableOfType(
                WeChatException.class, () -> hub.changes.price("main", "SO-1", prices())))
        .isNotNull();

    assertThat(hub.link().priceChanged()).isTrue();
    assertThat(hub.requests.find("main", "SO-1").orElseThrow().answer()).isNull();
    verify(hub.work).mark(new WorkKey("orders", "main", "SO-1"), WorkPriority.NORMAL, CHANGE);
    wechat.failsToReadBack = false;
    assertThat(hub.changes.price("main", "SO-1", prices()).fields())
        .containsEntry("order_price", 1500L);
    assertThat(wechat.sent).containsOnlyOnce(CHANGE);
  }

  @Test
  void givesNewParametersAfterTheErpChangedThePrice() {
    place(Orders.document());

    hub.push(Orders.order(Orders.repriced()));

    assertThat(wechat.sent).contains(CHANGE);
    assertThat(hub.desk.ask("main", "SO-1").fields())
        .containsEntry("order_price", 1500L)
        .containsEntry("payment_params", Map.of("package", "prepay_id=4"));
  }

  @Test
  void givesNewParametersAfterThePriceWasChangedInWeChatsConsole() {
    place(Orders.document());
    wechat.price = 1500;
    hub.push(null);

    assertThat(hub.desk.ask("main", "SO-1").fields())
        .containsEntry("order_price", 1500L)
        .containsEntry("payment_params", Map.of("package", "prepay_id=3"));
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

  private static Map<String, Object> prices() {
    return Map.of(
        "order_price",
        1500L,
        "freight",
        500L,
        "discounted_price",
        200L,
        "product_infos",
        List.of(priced("CUP"), priced("PLATE")));
  }

  private static Map<String, Object> priced(String sku) {
    return Map.of("out_product_id", "P-" + sku, "out_sku_id", sku, "sale_price", 400L);
  }
}
