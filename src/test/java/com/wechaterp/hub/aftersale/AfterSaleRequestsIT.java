package com.wechaterp.hub.aftersale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.DemoShop;
import com.wechaterp.hub.testing.DemoTickets;
import com.wechaterp.hub.testing.RunningHub;
import com.wechaterp.hub.testing.RunningHub.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After-sales that the merchant's side opens: the ERP, and the merchant's own pages over HTTP. */
class AfterSaleRequestsIT {

  private static final Duration SOON = Duration.ofMinutes(2);

  @TempDir private static Path data;
  private static RunningHub hub;
  private static DemoShop shop;
  private static DemoTickets tickets;

  @BeforeAll
  static void start() throws Exception {
    hub =
        RunningHub.start(
            data, "hub.aftersale.patience=10s", "hub.sandbox.aftersales.refund-delay=1s");
    shop = new DemoShop(hub);
    tickets = new DemoTickets(hub, shop);
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  void opensWhatTheErpOpenedAndGivesItWeChatsId() {
    tickets.paid("A1");

    tickets.open("TA1", "A1", "R", "18.90");

    tickets.becomes("A1", 2);
    assertThat(tickets.of("A1", "CONCAT(svc_no, '/', wx_svc_no)")).matches("TA1/\\d+");
    tickets.decide("A1", "Y");
    tickets.becomes("A1", 13);
  }

  @Test
  void opensASecondOneOfTheSameGoodsOnceTheFirstHasEnded() {
    tickets.paid("A9");
    tickets.open("TA9", "A9", "R", "18.90");
    tickets.becomes("A9", 2);

    tickets.open("TB9", "A9", "R", "18.90");
    await()
        .atMost(SOON)
        .until(() -> hub.held("aftersale-requests", "TB9").startsWith("aftersale-goods-refused"));
    hub.erp()
        .update(
            "UPDATE svc_ticket SET verdict = 'Y', verdict_amt = wx_amt, verdict_ver = wx_ver,"
                + " verdict_say = '', verdict_pics = '', verdict_time = NOW()"
                + " WHERE svc_no = 'TA9'");

    await()
        .atMost(SOON)
        .until(() -> hub.value("SELECT wx_state FROM svc_ticket WHERE svc_no = 'TB9'").equals("2"));
    assertThat(hub.value("SELECT wx_state FROM svc_ticket WHERE svc_no = 'TA9'")).isEqualTo("13");
  }

  @Test
  void opensOnceThoughTheAnswerIsLost() {
    tickets.paid("A2");
    int before = hub.calls("shop/ecaftersale/add");
    hub.lever("fail?operation=shop/ecaftersale/add&kind=http&value=502&afterwards=true");

    tickets.open("TA2", "A2", "R", "18.90");

    tickets.becomes("A2", 2);
    assertThat(hub.calls("shop/ecaftersale/add")).isEqualTo(before + 1);
  }

  @Test
  void refusesMoreThanWasPaidBeforeWeChatIsAsked() {
    tickets.paid("A3");
    int before = hub.calls("shop/ecaftersale/add");

    tickets.open("TA3", "A3", "R", "99.00");

    await().atMost(SOON).until(() -> !hub.held("aftersale-requests", "TA3").isEmpty());
    assertThat(hub.held("aftersale-requests", "TA3"))
        .startsWith("aftersale-refund-above-paid")
        .contains("99.00", "42.80");
    assertThat(hub.calls("shop/ecaftersale/add")).isEqualTo(before);
  }

  @Test
  void changesAndTakesBackWhatTheErpOpened() {
    tickets.paid("A4");
    tickets.shipped("A4");
    tickets.open("TA4", "A4", "B", "18.90");
    tickets.becomes("A4", 23);

    hub.erp().update("UPDATE svc_ticket SET amt = 10.00, asked_time = NOW() WHERE svc_no = 'TA4'");
    await().atMost(SOON).until(() -> tickets.of("A4", "wx_amt").equals("10.00"));
    hub.erp()
        .update("UPDATE svc_ticket SET withdrawn = 'Y', asked_time = NOW() WHERE svc_no = 'TA4'");

    tickets.becomes("A4", 1);
  }

  @Test
  void sendsTheWaybillOfTheGoodsThatComeBack() {
    tickets.paid("A5");
    tickets.shipped("A5");
    tickets.open("TA5", "A5", "B", "18.90");
    tickets.becomes("A5", 23);
    tickets.decide("A5", "Y");
    tickets.becomes("A5", 6);

    hub.erp()
        .update(
            "UPDATE svc_ticket SET express = 'SF', express_no = 'SF77', asked_time = NOW()"
                + " WHERE svc_no = 'TA5'");

    tickets.becomes("A5", 8);
  }

  @Test
  void servesTheMerchantsOwnPage() {
    tickets.paid("W1");
    tickets.shipped("W1");
    Map<String, Object> asked = asked("PW1", "W1", 1890);

    Answer opened = hub.post("/api/v1/aftersales", asked);
    assertThat(opened.status()).isEqualTo(200);
    assertThat(opened.body().get("status")).isEqualTo(23);
    assertThat(String.valueOf(opened.body().get("aftersale_id"))).matches("\\d+");
    tickets.becomes("W1", 23);
    assertThat(hub.post("/api/v1/aftersales", asked).body().get("aftersale_id"))
        .isEqualTo(opened.body().get("aftersale_id"));

    tickets.decide("W1", "Y");
    tickets.becomes("W1", 6);
    Answer sent =
        hub.post(
            "/api/v1/aftersales/PW1/return-info",
            Map.of("delivery_id", "SF", "delivery_name", "顺丰速运", "waybill_id", "SF88"));
    assertThat(sent.status()).isIn(200, 202);
    tickets.becomes("W1", 8);
    assertThat(hub.get("/api/v1/aftersales/PW1").body().get("status")).isEqualTo(8);
  }

  @Test
  void tellsThePageWhyARequestIsRefused() {
    tickets.paid("W2");
    tickets.shipped("W2");

    Answer refused = hub.post("/api/v1/aftersales", asked("PW2", "W2", 99_900));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(String.valueOf(refused.body().get("message"))).contains("999.00", "42.80");

    Answer corrected = hub.post("/api/v1/aftersales", asked("PW2", "W2", 1000));
    assertThat(corrected.status()).isEqualTo(200);
    assertThat(hub.post("/api/v1/aftersales/PW2/cancel", Map.of()).status()).isIn(200, 202);
    tickets.becomes("W2", 1);
  }

  @Test
  void refusesWhatItCannotRead() {
    assertThat(hub.post("/api/v1/aftersales", Map.of("out_aftersale_id", "X", "typ", 1)).status())
        .isEqualTo(400);
    assertThat(hub.post("/api/v1/aftersales/nobody/cancel", Map.of()).status()).isEqualTo(404);
    assertThat(hub.get("/api/v1/aftersales?due=soon").status()).isEqualTo(400);
  }

  private static Map<String, Object> asked(String id, String order, int orderamt) {
    return Map.of(
        "out_aftersale_id",
        id,
        "out_order_id",
        order,
        "type",
        2,
        "orderamt",
        orderamt,
        "refund_reason",
        "尺寸不合适",
        "product_infos",
        List.of(Map.of("out_product_id", "G1", "out_sku_id", "G1-1", "product_cnt", 1)));
  }

  @Test
  void recordsAnExchangeOfAnOrderPaidToTheShopItself() {
    shop.placed("M1", "M");
    hub.erp()
        .update(
            "UPDATE so_head SET st = 'P', pay_no = '42001', pay_time = NOW(), upd_time = NOW()"
                + " WHERE so_no = 'M1'");
    shop.becomes("M1", 20);

    tickets.open("TM1", "M1", "X", "0.00");
    tickets.becomes("M1", 2);
    tickets.decide("M1", "Y");
    tickets.becomes("M1", 6);
    for (String step : List.of("H/8", "E/16", "U/17", "Z/15")) {
      hub.erp()
          .update(
              "UPDATE svc_ticket SET own_st = ?, asked_time = NOW() WHERE svc_no = 'TM1'",
              step.substring(0, 1));
      tickets.becomes("M1", Integer.parseInt(step.substring(2)));
    }
  }

  @Test
  void recordsOnceThoughTheAnswerIsLost() {
    shop.placed("M2", "M");
    hub.erp()
        .update(
            "UPDATE so_head SET st = 'P', pay_no = '42002', pay_time = NOW(), upd_time = NOW()"
                + " WHERE so_no = 'M2'");
    shop.becomes("M2", 20);
    int before = hub.calls("shop/aftersale/add");
    hub.lever("fail?operation=shop/aftersale/add&kind=http&value=502&afterwards=true");

    tickets.open("TM2", "M2", "R", "18.90");

    tickets.becomes("M2", 2);
    assertThat(hub.calls("shop/aftersale/add")).isEqualTo(before + 1);
  }
}
