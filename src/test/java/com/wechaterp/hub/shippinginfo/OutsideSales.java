package com.wechaterp.hub.shippinginfo;

import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.RunningHub;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the demo shop of a running hub sells outside WeChat's trade component. */
final class OutsideSales {

  private static final Duration SOON = Duration.ofMinutes(2);

  private final RunningHub hub;

  OutsideSales(RunningHub hub) {
    this.hub = hub;
  }

  /** Has a buyer pay, and returns WeChat Pay's id of it. */
  String paid(String no, String combine) {
    return String.valueOf(
        hub.lever("trade?trade_no=" + no + "&combine=" + combine + "&openid=openid-" + no)
            .get("transaction_id"));
  }

  void sale(String no, String payment) {
    hub.erp()
        .update(
            "INSERT INTO out_sale (sale_no, cust_wx, tel, pay_no, upd_time)"
                + " VALUES (?, ?, '13800001234', ?, NOW())",
            no,
            "openid-" + no,
            payment);
  }

  /** Has a buyer pay what the shop then knows to be sold. */
  String sold(String no) {
    String payment = paid(no, "");
    sale(no, payment);
    return payment;
  }

  /** Has the shop send two of an item, with or without the tracking number. */
  void sent(String note, String no, String item, @Nullable String waybill) {
    hub.erp().update("INSERT INTO dlv_item (note_no, item_no, qty) VALUES (?, ?, 2)", note, item);
    hub.erp()
        .update(
            "INSERT INTO dlv_note (note_no, so_no, exp_name, exp_no, gone, upd_time)"
                + " VALUES (?, ?, '顺丰', ?, DATE_ADD(UTC_TIMESTAMP(), INTERVAL 8 HOUR), NOW())",
            note,
            no,
            waybill);
  }

  Map<?, ?> atWeChat(String payment) {
    return ((List<?>) hub.get("/sandbox/_control/trade").body().get("payments"))
        .stream()
            .map(each -> (Map<?, ?>) each)
            .filter(each -> payment.equals(each.get("transaction_id")))
            .findFirst()
            .orElseThrow();
  }

  /** Waits until WeChat has a payment in a state and the shop was told. */
  void becomes(String payment, int state) {
    await()
        .atMost(SOON)
        .until(
            () ->
                atWeChat(payment).get("order_state").equals(state)
                    && hub.value("SELECT state FROM wx_ship WHERE pay_no = ?", payment)
                        .equals(String.valueOf(state)));
  }
}
