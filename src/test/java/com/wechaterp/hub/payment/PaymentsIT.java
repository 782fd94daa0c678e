package com.wechaterp.hub.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.DemoShop;
import com.wechaterp.hub.testing.RunningHub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payments through the hub as it ships, where something goes wrong on the way. */
class PaymentsIT {

  private static final Duration SOON = Duration.ofMinutes(2);

  @TempDir private static Path data;
  private static RunningHub hub;
  private static DemoShop shop;

  @BeforeAll
  static void start() throws Exception {
    hub = RunningHub.start(data, "hub.order.look-again=5s");
    shop = new DemoShop(hub);
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  void findsAPaymentWhoseEventWasLost() {
    shop.placed("P1", "W");

    hub.lever("lose?events=1");
    hub.lever("orders/P1/pay");

    await().atMost(SOON).until(() -> shop.state("P1").equals("P"));
    assertThat(shop.till("P1")).isEqualTo("1/42.80");
  }

  @Test
  void findsAnOrderThatRanOutOfTimeWithoutAnEvent() {
    shop.placed("P2", "W");

    hub.lever("lose?events=1");
    hub.lever("orders/P2/time-out");

    await().atMost(SOON).until(() -> shop.state("P2").equals("T"));
  }

  @Test
  void holdsAPaymentTheErpRefusesAndTakesItWhenReplayed() {
    shop.placed("P3", "W");
    shop.placed("P4", "W");
    hub.erp()
        .execute(
            "CREATE TRIGGER month_closed BEFORE UPDATE ON so_head FOR EACH ROW"
                + " IF NEW.so_no = 'P3' AND NEW.st = 'P' THEN"
                + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the month is closed'; END IF");

    hub.lever("orders/P3/pay");
    hub.lever("orders/P4/pay");

    await().atMost(SOON).until(() -> !hub.held("payments", "P3").isEmpty());
    assertThat(hub.held("payments", "P3")).contains("P3", "the month is closed", "order-paid.sql");
    await().atMost(SOON).until(() -> shop.state("P4").equals("P"));

    hub.erp().execute("DROP TRIGGER month_closed");
    hub.post("/api/v1/replay/payments?key=P3", Map.of());
    await().atMost(SOON).until(() -> shop.state("P3").equals("P"));
    assertThat(shop.till("P3")).isEqualTo("1/42.80");
  }

  @Test
  void takesThePaymentOfAnOrderTheErpHearsOfLater() {
    hub.post("/api/v1/orders", asTheMiniProgramSends("P5"));
    hub.lever("orders/P5/pay");
    await().atMost(SOON).until(() -> !hub.held("payments", "P5").isEmpty());
    assertThat(hub.held("payments", "P5")).startsWith("order-unknown");

    shop.order("P5", "W", "42.80");

    await().atMost(SOON).until(() -> shop.state("P5").equals("P"));
    assertThat(shop.till("P5")).isEqualTo("1/42.80");
    await().atMost(SOON).until(() -> hub.held("payments", "P5").isEmpty());
  }

  @Test
  void holdsAnOrderTheShopClosesWhileItsBuyerPays() {
    shop.placed("P6", "W");
    hub.erp().update("UPDATE so_head SET st = 'C' WHERE so_no = 'P6'");

    hub.lever("orders/P6/pay");

    await().atMost(SOON).until(() -> !hub.held("orders", "P6").isEmpty());
    assertThat(hub.held("orders", "P6")).startsWith("order-closed-but-paid");
    assertThat(shop.till("P6")).isEqualTo("0/0.00");
    assertThat(shop.state("P6")).isEqualTo("C");
  }

  private static Map<String, Object> asTheMiniProgramSends(String no) {
    return Map.of(
        "out_order_id",
        no,
        "openid",
        "openid-of-" + no,
        "fund_type",
        1,
        "path",
        "pages/order?no=" + no,
        "order_price",
        4280,
        "freight",
        500,
        "discounted_price",
        200,
        "delivery_type",
        4,
        "product_infos",
        List.of(
            Map.of(
                "out_product_id", "G1",
                "out_sku_id", "G1-1",
                "product_cnt", 2,
                "sale_price", 1990,
                "path", "pages/goods?no=G1",
                "title", "云白陶瓷碗",
                "head_img", "https://shop.example/G1-1.png")));
  }
}
