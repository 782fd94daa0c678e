package com.wechaterp.hub.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The demo shop of a running hub: it sells one bowl, and tells where its orders stand. */
public final class DemoShop {

  private static final Duration SOON = Duration.ofMinutes(2);

  private final RunningHub hub;

  public DemoShop(RunningHub hub) {
    this.hub = hub;
    hub.erp()
        .update(
            "INSERT INTO goods (goods_no, goods_name, cls_code, state, pics, upd_time)"
                + " VALUES ('G1', '云白陶瓷碗', 'B02', '1', 'G1-1.png', NOW())");
    hub.erp()
        .update(
            "INSERT INTO goods_item (item_no, goods_no, color, spec, price, tag_price, bar_no,"
                + " line_no) VALUES ('G1-1', 'G1', '云白', '4只装', 19.90, 29.90, '69', 1)");
    hub.erp().update("INSERT INTO store_qty (item_no, qty) VALUES ('G1-1', 1000)");
  }

  /**
   * Orders two bowls for 39.80, with freight 5.00 and 2.00 off: 42.80 in all.
   *
   * @param payWay W for WeChat's cashier, M for the shop's own merchant number
   * @param amount what the shop says it costs
   */
  public void order(String no, String payWay, String amount) {
    LocalDateTime now = LocalDateTime.now(ZoneId.of("Asia/Shanghai"));
    boolean own = payWay.equals("M");
    hub.erp()
        .update(
            "INSERT INTO so_line (so_no, line_no, item_no, qty, price)"
                + " VALUES (?, 1, 'G1-1', 2, 19.90)",
            no);
    hub.erp()
        .update(
            "INSERT INTO so_head (so_no, cust_wx, st, pay_way, amt, freight_amt, off_amt, ship_to,"
                + " made, keep_min, prepay_no, prepay_time, upd_time) VALUES (?, ?, 'N', ?, ?,"
                + " 5.00, 2.00, '张三/13800000001/广东省广州市海珠区', ?, 30, ?, ?, NOW())",
            no,
            "openid-of-" + no,
            payWay,
            amount,
            now,
            own ? "wx42" : null,
            own ? now : null);
  }

  /** Orders, and waits until WeChat has the order. */
  public void placed(String no, String payWay) {
    order(no, payWay, "42.80");
    becomes(no, 10);
  }

  /** Waits until WeChat has an order in a state and the shop was told. */
  public void becomes(String no, int status) {
    String wanted = String.valueOf(status);
    await().atMost(SOON).until(() -> atWeChat(no).equals(wanted) && told(no).equals(wanted));
  }

  /** Returns WeChat's state of an order, {@code none} if it has none. */
  public String atWeChat(String no) {
    List<?> orders = (List<?>) hub.get("/sandbox/_control/orders").body().get("orders");
    return orders.stream()
        .map(each -> (Map<?, ?>) each)
        .filter(each -> no.equals(each.get("out_order_id")))
        .map(each -> String.valueOf(each.get("status")))
        .findFirst()
        .orElse("none");
  }

  /** Returns WeChat's state as the shop was told it. */
  public String told(String no) {
    return hub.value("SELECT wx_state FROM wx_order WHERE so_no = ?", no);
  }

  /** Returns the shop's own letter for the state. */
  public String state(String no) {
    return hub.value("SELECT st FROM so_head WHERE so_no = ?", no);
  }

  /** Returns how many payments the till took for an order, and the last amount. */
  public String till(String no) {
    return hub.value(
        "SELECT CONCAT(COUNT(*), '/', COALESCE(MAX(amt), 0)) FROM pay_log WHERE so_no = ?", no);
  }

  /** Sends an order's two bowls in one parcel; without a waybill number if none is given. */
  public void parcel(String note, String no, @Nullable String waybill) {
    hub.erp().update("INSERT INTO dlv_item (note_no, item_no, qty) VALUES (?, 'G1-1', 2)", note);
    hub.erp()
        .update(
            "INSERT INTO dlv_note (note_no, so_no, exp_name, exp_no, gone, upd_time)"
                + " VALUES (?, ?, '顺丰', ?, ?, NOW())",
            note,
            no,
            waybill,
            LocalDateTime.now(ZoneId.of("Asia/Shanghai")));
  }

  /** Changes what an order costs. */
  public void reprice(String no, String amount, String off) {
    hub.erp()
        .update(
            "UPDATE so_head SET amt = ?, off_amt = ?, upd_time = NOW() WHERE so_no = ?",
            amount,
            off,
            no);
  }
}
