package com.wechaterp.hub.rehearsal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.DemoShop;
import com.wechaterp.hub.testing.DemoTickets;
import com.wechaterp.hub.testing.RunningHub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What cannot be right waits alone with its sentence, its neighbours go on, and it goes on itself
 * when it was mended and is replayed. The mending changes no time, so that nothing else finds it.
 */
class BadInputIT {

  private static final Duration SOON = Duration.ofMinutes(2);

  @TempDir private static Path data;
  private static RunningHub hub;
  private static DemoShop shop;
  private static DemoTickets tickets;

  @BeforeAll
  static void start() throws Exception {
    hub = RunningHub.start(data);
    shop = new DemoShop(hub);
    tickets = new DemoTickets(hub, shop);
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  private static String held(String flow, String key, String code) {
    await().atMost(SOON).until(() -> hub.held(flow, key).startsWith(code + ":"));
    return hub.held(flow, key);
  }

  private static void replay(String flow, String key) {
    assertThat(hub.post("/api/v1/replay/" + flow + "?key=" + key, Map.of()).status())
        .isEqualTo(200);
    await().atMost(SOON).until(() -> hub.held(flow, key).isEmpty());
  }

  @Test
  void holdsAnEventForAnOrderTheErpDoesNotKnow() {
    shop.placed("U1", "W");
    shop.placed("U2", "W");
    hub.erp().update("UPDATE so_head SET so_no = 'gone' WHERE so_no = 'U1'");

    hub.lever("orders/U1/pay");
    hub.lever("orders/U2/pay");

    assertThat(held("payments", "U1", "order-unknown"))
        .contains("Order U1: WeChat speaks of it", "the ERP has no such order");
    await().atMost(SOON).until(() -> shop.state("U2").equals("P"));
    hub.erp().update("UPDATE so_head SET so_no = 'U1' WHERE so_no = 'gone'");
    replay("payments", "U1");
    await().atMost(SOON).until(() -> shop.state("U1").equals("P"));
    assertThat(shop.till("U1")).isEqualTo("1/42.80");
  }

  @Test
  void holdsAnAmountThatDoesNotAddUp() {
    shop.order("V1", "W", "52.80");
    shop.placed("V2", "W");

    assertThat(held("orders", "V1", "order-amount"))
        .contains("V1", "make 42.80 yuan, but order_price is 52.80 yuan");
    hub.erp().update("UPDATE so_head SET amt = 42.80 WHERE so_no = 'V1'");
    assertThat(shop.atWeChat("V1")).isEqualTo("none");
    replay("orders", "V1");
    shop.becomes("V1", 10);
  }

  @Test
  void holdsARefundAboveWhatWasPaid() {
    tickets.paid("X1");
    tickets.paid("X2");
    tickets.open("TX1", "X1", "R", "99.00");
    tickets.open("TX2", "X2", "R", "18.90");

    assertThat(held("aftersale-requests", "TX1", "aftersale-refund-above-paid"))
        .contains("99.00", "42.80");
    tickets.becomes("X2", 2);
    hub.erp().update("UPDATE svc_ticket SET amt = 18.90 WHERE svc_no = 'TX1'");
    replay("aftersale-requests", "TX1");
    tickets.becomes("X1", 2);
  }

  @Test
  void holdsAShipmentOfGoodsThatWereNotOrdered() {
    tickets.paid("Y1");
    tickets.paid("Y2");
    note("Y1-1", "Y1", "G9-9");
    note("Y2-1", "Y2", "G1-1");

    assertThat(held("shipments", "Y1", "shipment-unknown-sku")).contains("Y1", "G9-9", "G1-1");
    shop.becomes("Y2", 30);
    hub.erp().update("UPDATE dlv_item SET item_no = 'G1-1' WHERE note_no = 'Y1-1'");
    assertThat(shop.atWeChat("Y1")).isEqualTo("20");
    replay("shipments", "Y1");
    shop.becomes("Y1", 30);
  }

  private static void note(String note, String no, String item) {
    hub.erp().update("INSERT INTO dlv_item (note_no, item_no, qty) VALUES (?, ?, 2)", note, item);
    hub.erp()
        .update(
            "INSERT INTO dlv_note (note_no, so_no, exp_name, exp_no, gone, upd_time)"
                + " VALUES (?, ?, '顺丰', ?, DATE_ADD(UTC_TIMESTAMP(), INTERVAL 8 HOUR), NOW())",
            note,
            no,
            "SF" + note.replace("-", ""));
  }

  @Test
  void holdsWhatTheErpRefuses() {
    shop.placed("Z1", "W");
    shop.placed("Z2", "W");
    hub.erp()
        .execute(
            "CREATE TRIGGER month_closed BEFORE UPDATE ON so_head FOR EACH ROW"
                + " IF NEW.so_no = 'Z1' AND NEW.st = 'P' THEN"
                + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the month is closed'; END IF");

    hub.lever("orders/Z1/pay");
    hub.lever("orders/Z2/pay");

    assertThat(held("payments", "Z1", "erp-write-refused"))
        .contains("Z1", "the month is closed", "order-paid.sql");
    await().atMost(SOON).until(() -> shop.state("Z2").equals("P"));
    hub.erp().execute("DROP TRIGGER month_closed");
    replay("payments", "Z1");
    await().atMost(SOON).until(() -> shop.state("Z1").equals("P"));
    assertThat(shop.till("Z1")).isEqualTo("1/42.80");
  }
}
