package com.wechaterp.hub.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.link.OrderStatus;
import com.wechaterp.hub.wechat.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownOrderTest {

  private static KnownOrder order(Map<String, Object> line, Map<String, Object> delivery) {
    return KnownOrder.of(
        new Answer(
            Map.of(
                "order_id", "20000000000000001",
                "out_order_id", "1001",
                "openid", "buyer",
                "status", "21",
                "fund_type", 1,
                "order_detail",
                    Map.of(
                        "product_infos", List.of(line),
                        "price_info", Map.of("order_price", 3980),
                        "pay_info",
                            Map.of("transaction_id", "42", "pay_time", "2026-11-25 12:00:00"),
                        "delivery_detail", delivery))));
  }

  @Test
  void readsWhatWeChatHasOfAnOrder() {
    KnownOrder order =
        order(
            Map.of(
                "out_product_id", "P", "out_sku_id", "S", "product_cnt", 2, "sku_real_price", 3980),
            Map.of(
                "delivery_type", 1,
                "finish_all_delivery", 0,
                "delivery_list", List.of(Map.of("delivery_id", "SF", "waybill_id", "SF1"))));

    assertThat(order.orderId()).isEqualTo("20000000000000001");
    assertThat(order.status()).isEqualTo(OrderStatus.PARTLY_SHIPPED);
    assertThat(order.orderPrice()).isEqualTo(3980);
    assertThat(order.paidAt()).isEqualTo("2026-11-25T04:00:00Z");
    assertThat(order.parcels()).containsExactly(new KnownOrder.Parcel("SF", "SF1"));
    assertThat(order.finishAllDelivery()).isFalse();
  }

  @Test
  void readsTheDeliveryAndWhoBroughtTheBuyerAtEitherLevel() {
    Map<String, Object> parcel = Map.of("delivery_id", "SF", "waybill_id", "SF1");
    Map<String, Object> beside =
        Map.of(
            "out_order_id", "1001",
            "status", 30,
            "order_detail", Map.of("price_info", Map.of("order_price", 3980)),
            "delivery_detail", Map.of("delivery_type", 1, "delivery_list", List.of(parcel)),
            "promotion_info", Map.of("promoter_id", "P1"));

    KnownOrder order = KnownOrder.of(new Answer(beside));

    assertThat(order.parcels()).containsExactly(new KnownOrder.Parcel("SF", "SF1"));
    assertThat(order.promotion()).isEqualTo(Map.of("promoter_id", "P1"));
    Map<String, Object> within =
        Map.of(
            "out_order_id", "1001",
            "order_detail", Map.of("promotion_info", Map.of("promoter_id", "P2")),
            "promotion_info", Map.of("promoter_id", "P1"));
    assertThat(KnownOrder.of(new Answer(within)).promotion())
        .isEqualTo(Map.of("promoter_id", "P2"));
  }

  @Test
  void takesTheFinalPriceWhereWeChatTellsIt() {
    Map<String, Object> price = Map.of("order_price", 3980, "final_price", 3500);

    assertThat(
            KnownOrder.of(new Answer(Map.of("order_detail", Map.of("price_info", price))))
                .orderPrice())
        .isEqualTo(3500);
  }

  @Test
  void takesTheOlderContractsPriceOfOneTimesTheCount() {
    KnownOrder order =
        order(Map.of("out_sku_id", "S", "product_cnt", 2, "real_price", 1990), Map.of());

    assertThat(order.lines().get(0).skuRealPrice()).isEqualTo(3980);
  }

  @Test
  void takesFromTheHubWhatWeChatLeavesOut() {
    KnownOrder bare = KnownOrder.of(new Answer(Map.of("out_order_id", "1001", "status", "20")));
    OrderLink unknown = OrderLink.unknown("main", "1001");
    OrderLink sent =
        new OrderLink(
            "main", "1001", "20", "buyer", 1, 20, 3980, "", null, null, null, false, "", 1);

    assertThat(bare.fundType()).isEqualTo(KnownOrder.FUND_TYPE_UNKNOWN);
    assertThat(bare.completed("buyer", sent).openid()).isEqualTo("buyer");
    assertThat(bare.completed("buyer", sent).fundType()).isEqualTo(1);
    assertThat(bare.completed("buyer", unknown).fundType()).isEqualTo(KnownOrder.FUND_TYPE_UNKNOWN);
    assertThat(order(Map.of(), Map.of()).completed("other", unknown))
        .isEqualTo(order(Map.of(), Map.of()));
  }
}
