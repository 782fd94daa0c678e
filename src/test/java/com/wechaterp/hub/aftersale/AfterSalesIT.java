package com.wechaterp.hub.aftersale;

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

/** After-sales that buyers open in WeChat, through the hub as it ships, with the sandbox. */
class AfterSalesIT {

  private static final Duration SOON = Duration.ofMinutes(2);

  @TempDir private static Path data;
  private static RunningHub hub;
  private static DemoTickets tickets;

  @BeforeAll
  static void start() throws Exception {
    hub = RunningHub.start(data, "hub.sandbox.aftersales.refund-delay=1s");
    tickets = new DemoTickets(hub, new DemoShop(hub));
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  void bringsARefundIntoTheErpAndTheClerksConsentToWeChat() {
    tickets.paid("R1");
    String id = tickets.opened("R1", 1);
    assertThat(tickets.of("R1", "CONCAT(kind, '/', amt, '/', qty, '/', item_no, '/', why)"))
        .isEqualTo("R/42.80/2/G1-1/不想要了");
    await().atMost(SOON).until(() -> !hub.held("aftersales", id).isEmpty());
    assertThat(hub.held("aftersales", id))
        .startsWith("aftersale-undecided")
        .contains("R1", "42.80");
    assertThat(due(id)).isTrue();

    tickets.decide("R1", "Y");

    tickets.becomes("R1", 13);
    assertThat(tickets.of("R1", "wx_refund_no")).isNotEmpty();
    await().atMost(SOON).until(() -> hub.held("aftersales", id).isEmpty());
    assertThat(due(id)).isFalse();
  }

  private static boolean due(String id) {
    return hub.list("/api/v1/aftersales?due=49h").stream()
        .map(each -> each.get("aftersale_id"))
        .anyMatch(id::equals);
  }

  @Test
  void letsTheGoodsComeBackBeforeTheMoneyGoes() {
    tickets.paid("B1");
    tickets.shipped("B1");
    String id = tickets.opened("B1", 2);
    tickets.decide("B1", "Y");
    tickets.becomes("B1", 6);

    hub.lever("aftersales/" + id + "/return?waybill_id=SF9001");
    tickets.becomes("B1", 8);
    assertThat(tickets.of("B1", "express_no")).isEqualTo("SF9001");
    hub.lever("aftersales/" + id + "/cancel-waybill");
    tickets.becomes("B1", 6);
    hub.lever("aftersales/" + id + "/return?waybill_id=SF9002");
    tickets.becomes("B1", 8);
    assertThat(tickets.of("B1", "express_no")).isEqualTo("SF9002");
    await().atMost(SOON).until(() -> hub.held("aftersales", id).startsWith("aftersale-undecided"));

    tickets.decide("B1", "G");
    tickets.becomes("B1", 13);
  }

  @Test
  void asksTheClerkAgainWhenTheBuyerAsksAnewAfterARefusal() {
    tickets.paid("N1");
    String id = tickets.opened("N1", 1);
    tickets.decide("N1", "N");
    tickets.becomes("N1", 4);
    int rejections = hub.calls("shop/ecaftersale/reject");

    hub.lever("aftersales/" + id + "/modify?amount=1000");

    await()
        .atMost(SOON)
        .until(() -> hub.held("aftersales", id).startsWith("aftersale-decision-stale"));
    assertThat(tickets.of("N1", "amt")).isEqualTo("10.00");
    assertThat(hub.calls("shop/ecaftersale/reject")).isEqualTo(rejections);
    tickets.decide("N1", "Y");
    tickets.becomes("N1", 13);
  }

  @Test
  void refundsOnceThoughTheAnswerIsLost() {
    tickets.paid("L1");
    tickets.opened("L1", 1);
    int before = hub.calls("shop/ecaftersale/acceptrefund");
    hub.lever("fail?operation=shop/ecaftersale/acceptrefund&kind=http&value=502&afterwards=true");

    tickets.decide("L1", "Y");

    tickets.becomes("L1", 13);
    assertThat(hub.calls("shop/ecaftersale/acceptrefund")).isEqualTo(before + 1);
  }

  @Test
  void refundsOnceAnotherCallAboutTheOrdersAfterSalesIsOver() {
    tickets.paid("L3");
    tickets.opened("L3", 1);
    int before = hub.calls("shop/ecaftersale/acceptrefund");
    hub.lever("orders/L3/aftersales-busy?seconds=600");

    tickets.decide("L3", "Y");
    await().atMost(SOON).until(() -> hub.calls("shop/ecaftersale/acceptrefund") > before);
    hub.lever("orders/L3/aftersales-busy?seconds=0");

    tickets.becomes("L3", 13);
  }

  @Test
  void refundsAgainWhatDidNotArrive() {
    tickets.paid("L2");
    tickets.opened("L2", 1);
    hub.lever("fail?operation=shop/ecaftersale/acceptrefund&kind=http&value=502");

    tickets.decide("L2", "Y");

    tickets.becomes("L2", 13);
  }

  @Test
  void holdsAloneWhatTheErpRefusesUntilItIsReplayed() {
    tickets.paid("E1");
    hub.erp().update("DELETE FROM so_head WHERE so_no = 'E1'");
    hub.lever("orders/E1/aftersales?type=1");
    tickets.paid("E2");
    tickets.opened("E2", 1);

    await().atMost(SOON).until(() -> refused().contains("so_no"));
    String key =
        hub.list("/api/v1/holds").stream()
            .filter(each -> "erp-write-refused".equals(each.get("code")))
            .map(each -> String.valueOf(each.get("key")))
            .findFirst()
            .orElseThrow();
    hub.erp()
        .update(
            "INSERT INTO so_head (so_no, cust_wx, st, pay_way, amt, ship_to, made, keep_min,"
                + " upd_time) VALUES ('E1', 'x', 'P', 'W', 19.90, 'a/1/b', NOW(), 30, NOW())");
    hub.post("/api/v1/replay/aftersales?key=" + key, Map.of());

    tickets.becomes("E1", 2);
  }

  private static String refused() {
    return hub.list("/api/v1/holds").stream()
        .filter(each -> "erp-write-refused".equals(each.get("code")))
        .map(each -> String.valueOf(each.get("reason")))
        .findFirst()
        .orElse("");
  }

  @Test
  void findsWhatNoEventAnnounced() {
    tickets.paid("P1");
    hub.lever("lose?events=1");

    tickets.opened("P1", 1);

    tickets.becomes("P1", 2);
  }

  @Test
  void tellsTheErpWhatWeChatDecidedWhenTheMerchantWasLate() {
    tickets.paid("O1");
    String id = tickets.opened("O1", 1);

    hub.lever("aftersales/" + id + "/overdue");

    tickets.becomes("O1", 13);
  }

  @Test
  void tellsWeChatUntilWhenTheShopTakesGoodsBack() {
    tickets.paid("D1");
    tickets.shipped("D1");
    hub.lever("orders/D1/receive");
    int before = hub.calls("shop/aftersale/update_deadline");
    promised("D1");
    String id = tickets.opened("D1", 1);

    tickets.decide("D1", "N");

    tickets.becomes("D1", 4);
    await().atMost(SOON).until(() -> hub.calls("shop/aftersale/update_deadline") == before + 1);
    hub.lever("aftersales/" + id + "/modify?amount=1000");
    await().atMost(SOON).until(() -> tickets.of("D1", "amt").equals("10.00"));
    tickets.decide("D1", "Y");
    tickets.becomes("D1", 13);
    assertThat(hub.calls("shop/aftersale/update_deadline")).isEqualTo(before + 1);
  }

  @Test
  void refundsThoughWeChatRefusesTheDeadline() {
    tickets.paid("D2");
    promised("D2");
    String id = tickets.opened("D2", 1);

    tickets.decide("D2", "Y");

    tickets.becomes("D2", 13);
    await().atMost(SOON).until(() -> hub.held("aftersales", id).contains("update_deadline"));
  }

  private static void promised(String no) {
    hub.erp().update("INSERT INTO so_until VALUES (?, NOW() + INTERVAL 60 DAY)", no);
  }

  @Test
  void provesARefundThatThePlatformCouldNotMake() {
    tickets.paid("F1");
    String id = tickets.opened("F1", 1);
    // The lever touches the ticket, so what the clerk decides first is about an older version of
    // it.
    hub.lever("aftersales/" + id + "/fail-refund");
    tickets.decide("F1", "Y");
    await()
        .atMost(SOON)
        .until(() -> hub.held("aftersales", id).startsWith("aftersale-decision-stale"));
    tickets.decide("F1", "Y");
    tickets.becomes("F1", 25);
    await()
        .atMost(SOON)
        .until(() -> hub.held("aftersales", id).startsWith("aftersale-offline-refund-due"));
    int before = hub.calls("shop/ecaftersale/upload_certificates");

    tickets.decide("F1", "P");
    await()
        .atMost(SOON)
        .until(() -> hub.calls("shop/ecaftersale/upload_certificates") == before + 1);
    hub.lever("aftersales/" + id + "/confirm");

    tickets.becomes("F1", 13);
    assertThat(hub.calls("shop/ecaftersale/upload_certificates")).isEqualTo(before + 1);
  }
}
