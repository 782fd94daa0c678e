package com.wechaterp.hub.coupon;

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

/** Coupons, sharers, payments and certificates of the demo shop through the hub as it ships. */
class PromotionIT {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String OFTEN = "*/3+*+*+*+*+?";

  @TempDir private static Path data;
  private static RunningHub hub;
  private static DemoShop shop;

  @BeforeAll
  static void start() throws Exception {
    hub =
        RunningHub.start(
            data,
            "hub.coupons.find.cron=" + OFTEN,
            "hub.sharers.find.cron=" + OFTEN,
            "hub.pay.find.cron=" + OFTEN,
            "hub.qualifications.find.cron=" + OFTEN,
            "hub.sandbox.audit-delay=1s");
    shop = new DemoShop(hub);
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  private static void ticket(String no, int left) {
    hub.erp()
        .update(
            "INSERT INTO ticket (ticket_no, ticket_name, full_amt, off_amt, left_qty, from_time,"
                + " to_time, upd_time) VALUES (?, '满50减5', 50.00, 5.00, ?, '2026-01-01 00:00:00',"
                + " '2027-01-01 00:00:00', NOW())",
            no,
            left);
  }

  private static boolean atWeChat(String no) {
    return hub.get("/sandbox/_control/coupons").body().toString().contains(no);
  }

  private static String claims() {
    return hub.get("/sandbox/_control/coupons").body().get("claims").toString();
  }

  private static String wallet(String openid) {
    return hub.post(
            "/api/v1/wechat/shop/coupon/get_usercoupon_list",
            Map.of("openid", openid, "offset", 0, "page_size", 50))
        .body()
        .toString();
  }

  @Test
  void bringsACouponToWeChatAndFollowsItsChange() {
    ticket("TK1", 100);
    await().atMost(SOON).until(() -> atWeChat("TK1"));

    hub.erp()
        .update(
            "UPDATE ticket SET ticket_name = '满50减5元', upd_time = NOW() WHERE ticket_no = 'TK1'");

    await().atMost(SOON).until(() -> atWeChat("满50减5元"));
    assertThat(hub.calls("shop/coupon/add")).isGreaterThanOrEqualTo(1);
    assertThat(hub.held("coupons", "TK1")).isEmpty();
  }

  @Test
  void handsOutACouponInTheLiveRoomUntilNoneIsLeft() {
    ticket("TK2", 1);
    await().atMost(SOON).until(() -> atWeChat("TK2"));

    hub.lever("coupons/TK2/claim?openid=buyer-1&request_id=r1");
    await().atMost(SOON).until(() -> claims().contains("Ur1"));
    hub.lever("coupons/TK2/claim?openid=buyer-2&request_id=r2");
    await().atMost(SOON).until(() -> claims().contains("No coupon is left"));

    assertThat(hub.value("SELECT left_qty FROM ticket WHERE ticket_no = 'TK2'")).isEqualTo("0");
    assertThat(hub.value("SELECT COUNT(*) FROM ticket_user WHERE ticket_no = 'TK2'"))
        .isEqualTo("1");
    await().atMost(SOON).until(() -> wallet("buyer-1").contains("Ur1"));
    assertThat(wallet("buyer-2")).doesNotContain("Ur2");
    await().atMost(SOON).until(() -> hub.waiting("user-coupons") == 0);
    assertThat(hub.held("user-coupons", "Ur1")).isEmpty();
  }

  @Test
  void bringsWhatABuyerHoldsWhenItsCouponComesIntoEffectLater() {
    hub.erp()
        .update(
            "INSERT INTO ticket_user (claim_no, ticket_no, cust_wx, got_time, upd_time)"
                + " VALUES ('UC4', 'TK4', 'buyer-4', '2026-01-02 00:00:00', NOW())");
    await()
        .atMost(SOON)
        .until(() -> hub.held("user-coupons", "UC4").startsWith("user-coupon-early"));

    ticket("TK4", 5);

    await().atMost(SOON).until(() -> wallet("buyer-4").contains("UC4"));
    await().atMost(SOON).until(() -> hub.held("user-coupons", "UC4").isEmpty());
  }

  @Test
  void bringsACouponThatTheShopGaveAndThatItWasUsed() {
    ticket("TK3", 5);
    await().atMost(SOON).until(() -> atWeChat("TK3"));

    hub.erp()
        .update(
            "INSERT INTO ticket_user (claim_no, ticket_no, cust_wx, got_time, upd_time)"
                + " VALUES ('UC3', 'TK3', 'buyer-3', NOW(), NOW())");
    await().atMost(SOON).until(() -> wallet("buyer-3").contains("status=100"));
    hub.erp()
        .update(
            "UPDATE ticket_user SET used_time = NOW(), upd_time = NOW() WHERE claim_no = 'UC3'");

    await().atMost(SOON).until(() -> wallet("buyer-3").contains("use_time="));
    assertThat(wallet("buyer-3")).contains("status=102");
    assertThat(hub.held("user-coupons", "UC3")).isEmpty();
  }

  @Test
  void bringsPromotersAndSharersToTheShop() {
    hub.lever("promoters/p77?nickname=nick");
    await()
        .atMost(SOON)
        .until(
            () -> !hub.value("SELECT nick FROM wx_promoter WHERE promoter_id = 'p77'").isEmpty());

    hub.send("/api/v1/sharers/bind", List.of("sharer-1"));
    hub.lever("sharers/sharer-1?act=accept");

    await()
        .atMost(SOON)
        .until(
            () ->
                hub.value("SELECT bind_st FROM wx_sharer WHERE cust_wx = 'sharer-1'")
                    .equals("绑定成功"));
  }

  @Test
  void bringsWhatASharerSoldInALiveRoomToTheShop() {
    hub.send("/api/v1/sharers/bind", List.of("sharer-2"));
    hub.lever("sharers/sharer-2?act=accept");
    Object trace = hub.lever("traces?promoter=promoter_2&sharer=sharer-2").get("trace_id");
    shop.order("SH1", "W", "42.80");
    hub.erp().update("UPDATE so_head SET live_trace = ? WHERE so_no = 'SH1'", trace);
    shop.becomes("SH1", 10);

    hub.lever("orders/SH1/pay");

    await()
        .atMost(SOON)
        .until(
            () ->
                hub.value(
                        "SELECT CONCAT(cust_wx, '/', money) FROM wx_sharer_so WHERE so_no = 'SH1'")
                    .equals("sharer-2/42.80"));
    assertThat(
            hub.value(
                "SELECT CONCAT(sold_cnt, '/', sold_amt) FROM wx_sharer_live"
                    + " WHERE cust_wx = 'sharer-2'"))
        .isEqualTo("1/42.80");
  }

  @Test
  void bringsAPaymentOutsideTheOrderModelAndItsRefundToTheShop() {
    Map<String, ?> order =
        Map.of(
            "openid", "buyer-1",
            "combine_trade_no", "CT1",
            "sub_orders",
                List.of(
                    Map.of(
                        "mchid", "1900000001",
                        "trade_no", "TN1",
                        "description", "茶杯",
                        "amount", 1000)));
    assertThat(hub.post("/api/v1/pay/orders", order).body().toString()).contains("payment_params");
    hub.lever("pay/TN1");
    await()
        .atMost(SOON)
        .until(() -> !hub.value("SELECT wx_no FROM wx_pay WHERE trade_no = 'TN1'").isEmpty());

    Map<String, ?> refund =
        Map.of(
            "mchid", "1900000001",
            "openid", "buyer-1",
            "trade_no", "TN1",
            "refund_no", "RN1",
            "refund_amount", 400,
            "confirm_amount", 400);
    assertThat(hub.post("/api/v1/pay/refunds", refund).body().get("sent")).isEqualTo(true);
    assertThat(hub.post("/api/v1/pay/refunds", refund).body().get("sent")).isEqualTo(false);

    await()
        .atMost(SOON)
        .until(
            () -> hub.value("SELECT money FROM wx_pay_back WHERE part_no = 'RN1'").equals("4.00"));
    assertThat(hub.calls("shop/pay/refundorder")).isEqualTo(1);

    Map<String, ?> sharing =
        Map.of(
            "mchid", "1900000001",
            "openid", "buyer-1",
            "trade_no", "TN1",
            "profit_sharing_no", "PS1",
            "confirm_trade_no", "TN1");
    assertThat(hub.post("/api/v1/pay/profit-sharings", sharing).body().get("sent")).isEqualTo(true);
    await()
        .atMost(SOON)
        .until(
            () ->
                hub.value(
                        "SELECT CONCAT(trade_no, '/', result) FROM wx_pay_share"
                            + " WHERE part_no = 'PS1'")
                    .equals("TN1/SUCCESS"));
  }

  @Test
  void filesACertificateAndTellsTheShopWhatBecameOfIt() {
    hub.erp()
        .update(
            "INSERT INTO paper (paper_no, cls_id, licence_pic, paper_pics, good_until)"
                + " VALUES ('P1', 'E01', 'licence.png', 'food-1.png,food-2.png', '2030-01-01')");

    await()
        .atMost(SOON)
        .until(() -> hub.value("SELECT wx_state FROM paper WHERE paper_no = 'P1'").equals("审核成功"));

    assertThat(hub.calls("shop/audit/audit_category")).isEqualTo(1);
    assertThat(hub.get("/api/v1/qualifications").body().toString()).contains("P1", "approved");
  }
}
