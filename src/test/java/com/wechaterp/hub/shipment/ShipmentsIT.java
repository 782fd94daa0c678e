package com.wechaterp.hub.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.DemoShop;
import com.wechaterp.hub.testing.RunningHub;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shipments of the demo shop through the hub as it ships, with the sandbox for WeChat. */
class ShipmentsIT {

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

  private static void paid(String no) {
    shop.placed(no, "W");
    hub.lever("orders/" + no + "/pay");
    shop.becomes(no, 20);
  }

  private static void note(String note, String no, String courier, String waybill, int bowls) {
    hub.erp()
        .update("INSERT INTO dlv_item (note_no, item_no, qty) VALUES (?, 'G1-1', ?)", note, bowls);
    hub.erp()
        .update(
            "INSERT INTO dlv_note (note_no, so_no, exp_name, exp_no, gone, upd_time)"
                + " VALUES (?, ?, ?, ?, DATE_ADD(UTC_TIMESTAMP(), INTERVAL 8 HOUR), NOW())",
            note,
            no,
            courier,
            waybill);
  }

  private static void becomesHeld(String no, String code) {
    await().atMost(SOON).until(() -> hub.held("shipments", no).startsWith(code));
  }

  @Test
  void shipsAWholeOrderAndTellsTheErp() {
    paid("S1");

    note("S1-1", "S1", "顺丰", "SF1001", 2);

    shop.becomes("S1", 30);
    await()
        .atMost(SOON)
        .until(
            () ->
                hub.value("SELECT CONCAT(wx_exp_no, '/', all_gone) FROM wx_dlv WHERE so_no = 'S1'")
                    .equals("SF1001/1"));
  }

  @Test
  void shipsAPartAndThenTheRest() {
    paid("S2");
    note("S2-1", "S2", "SF-Express", "SF2001", 1);
    shop.becomes("S2", 21);

    note("S2-2", "S2", "中通", "ZTO2002", 1);

    shop.becomes("S2", 30);
    await()
        .atMost(SOON)
        .until(() -> hub.value("SELECT COUNT(*) FROM wx_dlv WHERE so_no = 'S2'").equals("2"));
  }

  @Test
  void holdsAParcelUntilItsNumberIsTypedIn() {
    paid("S3");
    note("S3-1", "S3", "顺丰", null, 2);
    becomesHeld("S3", "shipment-no-waybill");

    hub.erp()
        .update("UPDATE dlv_note SET exp_no = 'SF3001', upd_time = NOW() WHERE note_no = 'S3-1'");

    shop.becomes("S3", 30);
  }

  @Test
  void holdsMistakesAloneEachWithItsSentence() {
    paid("S4");
    paid("S5");
    paid("S6");
    shop.placed("S7", "W");
    note("S4-1", "S4", "顺风速运", "SF4001", 2);
    note("S5-1", "S5", "顺丰", "SF5001", 3);
    note("S6-1", "S6", "顺丰", "SF6001", 2);
    note("S7-1", "S7", "顺丰", "SF7001", 2);

    becomesHeld("S4", "shipment-courier-unknown");
    assertThat(hub.held("shipments", "S4")).contains("SF 顺丰");
    becomesHeld("S5", "shipment-too-many");
    becomesHeld("S7", "shipment-unpaid");
    shop.becomes("S6", 30);
  }

  @Test
  void shipsOnceThoughTheAnswerIsLost() {
    paid("S8");
    int sent = hub.calls("shop/delivery/send");
    hub.lever("fail?operation=shop/delivery/send&kind=http&value=502&afterwards=true");

    note("S8-1", "S8", "顺丰", "SF8001", 2);

    shop.becomes("S8", 30);
    await()
        .atMost(SOON)
        .until(() -> hub.value("SELECT COUNT(*) FROM wx_dlv WHERE so_no = 'S8'").equals("1"));
    assertThat(hub.calls("shop/delivery/send")).isEqualTo(sent + 1);
  }

  @Test
  void holdsANumberThatChangesAfterItWasSent() {
    paid("S9");
    note("S9-1", "S9", "顺丰", "SF9001", 2);
    shop.becomes("S9", 30);

    hub.erp()
        .update("UPDATE dlv_note SET exp_no = 'SF9002', upd_time = NOW() WHERE note_no = 'S9-1'");

    becomesHeld("S9", "shipment-changed");
    assertThat(hub.held("shipments", "S9")).contains("SF/SF9001", "SF9002");
  }
}
