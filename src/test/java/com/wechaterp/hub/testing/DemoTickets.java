package com.wechaterp.hub.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** The after-sales of the demo shop of a running hub, and the clerk who decides about them. */
public final class DemoTickets {

  private static final Duration SOON = Duration.ofMinutes(2);

  private final RunningHub hub;
  private final DemoShop shop;

  public DemoTickets(RunningHub hub, DemoShop shop) {
    this.hub = hub;
    this.shop = shop;
  }

  /** Has an order of two bowls placed and paid by WeChat's cashier. */
  public void paid(String no) {
    shop.placed(no, "W");
    hub.lever("orders/" + no + "/pay");
    shop.becomes(no, 20);
  }

  /** Has the shop send an order's two bowls. */
  public void shipped(String no) {
    shop.parcel(no + "-1", no, "SF" + no);
    shop.becomes(no, 30);
  }

  /** Has the buyer of an order open an after-sale in WeChat, and returns WeChat's id. */
  public String opened(String no, int type) {
    hub.lever("orders/" + no + "/aftersales?type=" + type);
    return arrived(no);
  }

  /** Waits until the shop has an order's after-sale, and returns WeChat's id. */
  public String arrived(String no) {
    await().atMost(SOON).until(() -> !of(no, "wx_svc_no").isEmpty());
    return of(no, "wx_svc_no");
  }

  /** Returns a column of an order's after-sale as the shop has it. */
  public String of(String no, String column) {
    return hub.value(
        "SELECT COALESCE(CAST(" + column + " AS CHAR), '') FROM svc_ticket WHERE so_no = ?", no);
  }

  /** Waits until the shop was told that an order's after-sale is in a state. */
  public void becomes(String no, int state) {
    await().atMost(SOON).until(() -> of(no, "wx_state").equals(String.valueOf(state)));
  }

  /** Lets the clerk decide: Y agreed, G the goods are here, P paid by hand, N refused. */
  public void decide(String no, String verdict) {
    hub.erp()
        .update(
            "UPDATE svc_ticket SET verdict = ?, verdict_amt = wx_amt, verdict_ver = wx_ver,"
                + " verdict_say = '已与买家沟通', verdict_pics = 'P-1.png', verdict_time = NOW()"
                + " WHERE so_no = ?",
            verdict,
            no);
  }

  /** Has the shop open an after-sale about one bowl. */
  public void open(String ticket, String no, String kind, String amount) {
    hub.erp()
        .update(
            "INSERT INTO svc_ticket (svc_no, so_no, item_no, qty, kind, amt, why, pics, asked_time)"
                + " VALUES (?, ?, 'G1-1', 1, ?, ?, '尺寸不合适', 'T-1.png', NOW())",
            ticket,
            no,
            kind,
            amount);
  }
}
