package com.wechaterp.hub.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.DemoShop;
import com.wechaterp.hub.testing.RunningHub;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders of the demo shop through the hub as it ships, with the sandbox for WeChat. */
class OrdersIT {

  private static final Duration SOON = Duration.ofMinutes(2);

  @TempDir private static Path data;
  private static RunningHub hub;
  private static DemoShop shop;

  @BeforeAll
  static void start() throws Exception {
    hub = RunningHub.start(data);
    shop = new DemoShop(hub);
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  void bringsAPaymentFromTheCashierIntoTheErpOnce() {
    shop.placed("A1", "W");
    assertThat(hub.value("SELECT wx_order_no FROM wx_order WHERE so_no = 'A1'")).isNotBlank();

    hub.lever("orders/A1/pay");

    shop.becomes("A1", 20);
    await().atMost(SOON).until(() -> shop.state("A1").equals("P"));
    assertThat(shop.till("A1")).isEqualTo("1/42.80");
    assertThat(hub.value("SELECT pay_no FROM so_head WHERE so_no = 'A1'")).startsWith("42000");
  }

  @Test
  void tellsWeChatOfAPaymentThatTheShopTookItself() {
    shop.placed("B1", "M");
    assertThat(hub.value("SELECT wx_ticket FROM wx_order WHERE so_no = 'B1'")).isNotBlank();

    hub.erp()
        .update(
            "UPDATE so_head SET st = 'P', pay_no = '4200009', pay_time = NOW(), upd_time = NOW()"
                + " WHERE so_no = 'B1'");

    shop.becomes("B1", 20);
    assertThat(shop.till("B1")).startsWith("0");
  }

  @Test
  void closesOnBothSidesWhatTheBuyerCancelsOrForgets() {
    shop.placed("C1", "W");
    shop.placed("C2", "W");

    hub.lever("orders/C1/cancel");
    hub.lever("orders/C2/time-out");

    await().atMost(SOON).until(() -> shop.state("C1").equals("C") && shop.state("C2").equals("T"));
    shop.becomes("C1", 250);
    shop.becomes("C2", 181);
  }

  @Test
  void closesAtWeChatWhatTheShopCloses() {
    shop.placed("D1", "W");
    shop.placed("D2", "M");

    hub.erp().update("UPDATE so_head SET st = 'C', upd_time = NOW() WHERE so_no IN ('D1', 'D2')");

    shop.becomes("D1", 250);
    shop.becomes("D2", 250);
  }

  @Test
  void changesThePriceOfAnUnpaidOrderOnce() {
    shop.placed("E1", "W");
    shop.reprice("E1", "40.80", "4.00");
    await()
        .atMost(SOON)
        .until(() -> hub.value("SELECT wx_amt FROM wx_order WHERE so_no = 'E1'").equals("40.80"));

    shop.reprice("E1", "38.80", "6.00");

    await().atMost(SOON).until(() -> !hub.held("orders", "E1").isEmpty());
    assertThat(hub.held("orders", "E1")).startsWith("order-price-twice").contains("38.80", "40.80");
  }

  @Test
  void tellsTheErpWhoBroughtTheBuyer() {
    Object trace = hub.lever("traces?promoter=promoter_7&sharer=sharer_7").get("trace_id");
    shop.order("G1", "W", "42.80");
    hub.erp().update("UPDATE so_head SET live_trace = ? WHERE so_no = 'G1'", trace);

    await()
        .atMost(SOON)
        .until(
            () ->
                hub.value(
                        "SELECT CONCAT(wx_promoter, '/', wx_sharer) FROM wx_order"
                            + " WHERE so_no = 'G1'")
                    .equals("promoter_7/sharer_7"));
  }

  @Test
  void placesOrdersThoughThisServersClockIsTenMinutesAhead() {
    hub.lever("skew?seconds=-600");
    try {
      await().atMost(SOON).until(() -> clockAhead() > 590);

      shop.placed("Z1", "W");
      shop.placed("Z2", "M");
    } finally {
      hub.lever("skew?seconds=0");
      await().atMost(SOON).until(() -> clockAhead() == 0);
    }
  }

  /** Asks WeChat for something, and then how far its clock is behind this server's. */
  private static int clockAhead() {
    hub.get("/api/v1/orders");
    List<?> clocks = (List<?>) hub.get("/api/v1/status").body().get("clock");
    return ((Number) ((Map<?, ?>) clocks.get(0)).get("aheadSeconds")).intValue();
  }

  @Test
  void saysThatAnEventNamesAnOrderItDoesNotKnow() {
    hub.part(WorkList.class)
        .mark(new WorkKey("orders", "sandbox", "wx:999"), WorkPriority.EVENT, "event");

    await().atMost(SOON).until(() -> !hub.held("orders", "wx:999").isEmpty());
    assertThat(hub.held("orders", "wx:999")).startsWith("order-unknown-id").contains("999");
  }

  @Test
  void holdsAnOrderThatDoesNotAddUpAndSendsItsNeighbours() {
    shop.order("F1", "W", "52.80");
    shop.placed("F2", "W");

    await().atMost(SOON).until(() -> !hub.held("orders", "F1").isEmpty());
    assertThat(hub.held("orders", "F1"))
        .startsWith("order-amount")
        .contains("2×19.90 = 39.80", "make 42.80 yuan, but order_price is 52.80 yuan");
    assertThat(shop.atWeChat("F1")).isEqualTo("none");

    shop.reprice("F1", "42.80", "2.00");
    shop.becomes("F1", 10);
  }

  @Test
  void createsAndPaysOnceThoughAnswersAreLost() {
    int adds = hub.calls("shop/order/add");
    int payments = hub.calls("shop/order/pay");
    hub.lever("fail?operation=shop/order/add&kind=http&value=502&afterwards=true");
    shop.order("H1", "M", "42.80");
    shop.becomes("H1", 10);

    hub.lever("fail?operation=shop/order/pay&kind=http&value=502&afterwards=true");
    hub.erp()
        .update(
            "UPDATE so_head SET st = 'P', pay_no = '4200008', pay_time = NOW(), upd_time = NOW()"
                + " WHERE so_no = 'H1'");

    shop.becomes("H1", 20);
    assertThat(hub.calls("shop/order/pay")).isEqualTo(payments + 1);
    assertThat(hub.calls("shop/order/add")).isEqualTo(adds + 1);
    assertThat(hub.value("SELECT COUNT(*) FROM wx_order WHERE so_no = 'H1'")).isEqualTo("1");
  }
}
