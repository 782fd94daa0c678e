package com.wechaterp.hub.shippinginfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.testing.DemoShop;
import com.wechaterp.hub.testing.RunningHub;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the demo shop sells outside the component, through the hub as it ships, with the sandbox.
 */
class ShippingInfosIT {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String UPLOAD = "wxa/sec/order/upload_shipping_info";
  private static final String REMIND = "wxa/sec/order/notify_confirm_receive";

  @TempDir private static Path data;
  private static RunningHub hub;
  private static DemoShop shop;
  private static OutsideSales sales;

  @BeforeAll
  static void start() throws Exception {
    hub =
        RunningHub.start(
            data,
            "hub.wechat.accounts.sandbox.shipping=by-fund-type",
            "hub.shipping-info.msg-jump-path.sandbox=pages/order/detail",
            "hub.shipping-info.order-detail-path.sandbox=pages/order/detail?no={out_trade_no}",
            "hub.special-orders.find.cron=2/5+*+*+*+*+?",
            "hub.shipping-infos.watch.cron=3/10+*+*+*+*+?");
    shop = new DemoShop(hub);
    sales = new OutsideSales(hub);
    hub.erp()
        .update(
            "INSERT INTO goods_item (item_no, goods_no, color, spec, price, tag_price, bar_no,"
                + " line_no) VALUES ('G1-2', 'G1', '雾灰', '6只装', 29.90, 39.90, '70', 2)");
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  private static void becomesHeld(String key, String code) {
    await().atMost(SOON).until(() -> hub.held("shipping-infos", key).startsWith(code));
  }

  @Test
  void uploadsWhatWasSentAndTellsTheShopUntilTheMoneyIsSettled() {
    String payment = sales.sold("T1");

    sales.sent("T1-1", "T1", "G1-1", "SF1001");

    sales.becomes(payment, 2);
    assertThat(sales.atWeChat(payment).get("shipping").toString())
        .contains("SF1001", "express_company=SF", "云白陶瓷碗*2", "138****1234");
    assertThat(hub.value("SELECT CONCAT(all_gone, '/', times) FROM wx_ship WHERE sale_no = 'T1'"))
        .isEqualTo("1/1");
    hub.lever("trade/" + payment + "/receive");
    sales.becomes(payment, 3);
    hub.lever("trade/" + payment + "/settle");
    sales.becomes(payment, 4);
  }

  @Test
  void uploadsAPartAndHoldsTheParcelWithoutANumber() {
    String payment = sales.sold("T2");
    sales.sent("T2-2", "T2", "G1-2", null);
    sales.sent("T2-1", "T2", "G1-1", "SF2001");

    becomesHeld("T2", "shipment-no-waybill");
    await().atMost(SOON).until(() -> sales.atWeChat(payment).toString().contains("SF2001"));
    assertThat(sales.atWeChat(payment).get("order_state")).isEqualTo(1);

    hub.erp()
        .update("UPDATE dlv_note SET exp_no = 'SF2002', upd_time = NOW() WHERE note_no = 'T2-2'");
    sales.becomes(payment, 2);
    assertThat(hub.held("shipping-infos", "T2")).isEmpty();
  }

  @Test
  void uploadsThePartsOfACombinedPaymentInOneCall() {
    String first = sales.paid("T3", "C3");
    String second =
        String.valueOf(
            hub.lever("trade?trade_no=T3b&combine=C3&openid=openid-T3").get("transaction_id"));
    sales.sale("T3", "42000C3");
    for (List<String> line : List.of(List.of("G1-1", first), List.of("G1-2", second))) {
      hub.erp()
          .update(
              "INSERT INTO out_line (sale_no, item_no, qty, part_pay) VALUES ('T3', ?, 2, ?)",
              line.toArray());
    }
    int before = hub.calls("wxa/sec/order/upload_combined_shipping_info");

    hub.erp().update("INSERT INTO dlv_item (note_no, item_no, qty) VALUES ('T3-1', 'G1-2', 2)");
    sales.sent("T3-1", "T3", "G1-1", "SF3001");

    sales.becomes(first, 2);
    sales.becomes(second, 2);
    assertThat(hub.calls("wxa/sec/order/upload_combined_shipping_info")).isEqualTo(before + 1);
  }

  @Test
  void tellsTheComponentOfWhatItsOwnMerchantNumberSold() {
    shop.placed("W1", "W");
    hub.lever("orders/W1/pay");
    shop.becomes("W1", 20);

    sales.sent("W1-1", "W1", "G1-1", "SF4001");

    shop.becomes("W1", 30);
    assertThat(hub.held("shipping-infos", "W1")).isEmpty();
  }

  @Test
  void uploadsOnceThoughTheAnswerIsLost() {
    String payment = sales.sold("T5");
    hub.lever("fail?operation=" + UPLOAD + "&kind=http&value=502&afterwards=true");

    sales.sent("T5-1", "T5", "G1-1", "SF5001");

    sales.becomes(payment, 2);
    assertThat(hub.value("SELECT times FROM wx_ship WHERE sale_no = 'T5'")).isEqualTo("1");
  }

  @Test
  void showsWhatWeChatWaitsForUntilTheShopHasSentIt() {
    String payment = sales.sold("T6");

    hub.lever("trade/" + payment + "/remind");
    becomesHeld(payment, "shipping-info-due");
    assertThat(hub.held("shipping-infos", payment)).contains(payment, "T6");

    sales.sent("T6-1", "T6", "G1-1", "SF6001");
    sales.becomes(payment, 2);
    await().atMost(SOON).until(() -> hub.held("shipping-infos", payment).isEmpty());
  }

  @Test
  void remindsABuyerOnceThoughTheAnswerIsLost() {
    String payment = sales.sold("T7");
    sales.sent("T7-1", "T7", "G1-1", "SF7001");
    sales.becomes(payment, 2);
    int before = hub.calls(REMIND);
    hub.lever("fail?operation=" + REMIND + "&kind=http&value=502&afterwards=true");

    hub.erp().update("UPDATE out_sale SET got = NOW(), upd_time = NOW() WHERE sale_no = 'T7'");
    await().atMost(SOON).until(() -> hub.calls(REMIND) == before + 1);
    // Whatever comes next is planned without a second reminder.
    hub.lever("trade/" + payment + "/receive");

    sales.becomes(payment, 3);
    assertThat(hub.calls(REMIND)).isEqualTo(before + 1);
  }

  @Test
  void reportsPresalesAndTrialsAndHoldsAWrongDate() {
    String late = sales.sold("T8");
    String trial = sales.sold("T9");
    sales.sold("T10");
    later("T8", 30);
    hub.erp().update("UPDATE out_sale SET trial = 'Y', upd_time = NOW() WHERE sale_no = 'T9'");
    later("T10", 5);

    await().atMost(SOON).until(() -> sales.atWeChat(late).containsKey("special"));
    await().atMost(SOON).until(() -> sales.atWeChat(trial).containsKey("special"));
    await()
        .atMost(SOON)
        .until(() -> hub.held("special-orders", "T10").startsWith("special-order-delay"));
    assertThat(sales.atWeChat(late).get("special").toString()).contains("type=1", "delay_to=");
    assertThat(sales.atWeChat(trial).get("special").toString()).contains("type=2");

    later("T10", 20);
    await().atMost(SOON).until(() -> hub.held("special-orders", "T10").isEmpty());
  }

  private static void later(String no, int days) {
    hub.erp()
        .update(
            "UPDATE out_sale SET late_until = NOW() + INTERVAL ? DAY,"
                + " upd_time = NOW() + INTERVAL 1 SECOND WHERE sale_no = ?",
            days,
            no);
  }

  @Test
  void holdsMistakesAloneEachWithItsSentence() {
    sales.sale("T11", "4200000000000000000000000000");
    String other = sales.sold("T12");
    sales.sent("T11-1", "T11", "G1-1", "SF11001");
    hub.lever("trade/" + sales.sold("T13") + "/refund");
    sales.sent("T13-1", "T13", "G1-1", "SF13001");
    sales.sent("T12-1", "T12", "G1-1", "SF12001");

    becomesHeld("T11", "shipping-info-no-payment");
    becomesHeld("T13", "shipping-info-refunded");
    sales.becomes(other, 2);
  }

  @Test
  void setsWhereWeChatsMessagesLeadOnce() {
    await().atMost(SOON).until(() -> hub.calls("wxa/sec/order/set_msg_jump_path") == 1);
    await().atMost(SOON).until(() -> hub.calls("wxa/sec/order/get_order_list") > 1);
    assertThat(hub.calls("wxa/sec/order/set_msg_jump_path")).isEqualTo(1);
  }

  @Test
  void looksAtTheOnboardingWhenWeChatRemindsOfTheInterface() {
    sales.sold("T14");

    await()
        .atMost(SOON)
        .until(
            () ->
                hub.part(JdbcClient.class)
                    .sql("SELECT marked FROM inbox_event WHERE event = ?")
                    .param("trade_manage_remind_access_api")
                    .query(Boolean.class)
                    .list()
                    .contains(true));
  }

  @Test
  void tellsWhenTheManagementIsNotOpenToTheAccount() {
    assertThat(missing()).isEmpty();

    hub.lever("trade/service?managed=false");
    assertThat(missing()).containsExactly("shipping-info-not-managed");
    hub.lever("trade/service?confirmed=false");
    assertThat(missing()).containsExactly("shipping-info-not-confirmed");
    hub.lever("trade/service");
  }

  @Test
  void showsThatTheMiniProgramMustJoinUntilItHas() {
    hub.lever("trade/service?managed=false");
    hub.lever("trade/control");

    await().atMost(SOON).until(() -> !controlled().isEmpty());
    assertThat(controlled()).contains("order shipping management");

    hub.lever("trade/service");
    hub.part(WorkList.class)
        .mark(new WorkKey("trade-control", "sandbox", controlledKey()), WorkPriority.EVENT, "test");
    await().atMost(SOON).until(() -> controlled().isEmpty());
  }

  private static String controlled() {
    return controls().map(each -> String.valueOf(each.get("reason"))).findFirst().orElse("");
  }

  private static String controlledKey() {
    return controls().map(each -> String.valueOf(each.get("key"))).findFirst().orElse("");
  }

  private static Stream<Map<?, ?>> controls() {
    List<?> holds = (List<?>) hub.get("/api/v1/status").body().get("holds");
    return holds.stream()
        .<Map<?, ?>>map(each -> (Map<?, ?>) each)
        .filter(each -> "trade-control".equals(each.get("flow")));
  }

  @Test
  void setsThePageOfTheOrderCentreOnce() {
    await().atMost(SOON).until(() -> hub.calls("wxa/sec/order/update_order_detail_path") == 1);
    await().atMost(SOON).until(() -> hub.calls("wxa/sec/order/get_order_detail_path") > 1);
    assertThat(hub.calls("wxa/sec/order/update_order_detail_path")).isEqualTo(1);
  }

  private static List<String> missing() {
    return hub.part(TradeManagement.class).problems("sandbox").stream().map(Problem::code).toList();
  }
}
