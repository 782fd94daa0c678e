package com.wechaterp.hub.complaint;

import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.DemoShop;
import com.wechaterp.hub.testing.DemoTickets;
import com.wechaterp.hub.testing.RunningHub;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The disputes of the demo shop of a running hub, as WeChat and as the shop have them. */
final class Disputes {

  private static final Duration SOON = Duration.ofMinutes(2);

  private final RunningHub hub;
  private final DemoTickets tickets;

  Disputes(RunningHub hub) {
    this.hub = hub;
    this.tickets = new DemoTickets(hub, new DemoShop(hub));
  }

  /** Has an order paid, its buyer's wish refused without proof; returns the after-sale. */
  String refused(String no) {
    tickets.paid(no);
    String aftersale = tickets.opened(no, 1);
    hub.erp()
        .update(
            "UPDATE svc_ticket SET verdict = 'N', verdict_say = '已使用', verdict_ver = wx_ver,"
                + " verdict_time = NOW() WHERE so_no = ?",
            no);
    tickets.becomes(no, 4);
    return aftersale;
  }

  /** Has the buyer of a refused wish ask the platform; returns the dispute. */
  String escalated(String aftersale) {
    Map<?, ?> opened = hub.lever("aftersales/" + aftersale + "/escalate?content=没有收到&pictures=u");
    return String.valueOf(opened.get("complaint_order_id"));
  }

  /** Has a dispute whose state the shop was told. */
  String told(String no) {
    String dispute = escalated(refused(no));
    becomes(dispute, 230001);
    return dispute;
  }

  /** Has a dispute about which WeChat asks the merchant for evidence, and the shop was told. */
  String asked(String no) {
    String dispute = told(no);
    hub.lever("complaints/" + dispute + "/ask");
    becomes(dispute, 230003);
    return dispute;
  }

  /** Waits until the shop was told that a dispute is in a state. */
  void becomes(String dispute, int state) {
    await().atMost(SOON).until(() -> of(dispute, "state").equals(String.valueOf(state)));
  }

  /** Returns a column of a dispute as the shop has it. */
  String of(String dispute, String column) {
    return hub.value(
        "SELECT COALESCE(CAST(" + column + " AS CHAR), '') FROM wx_dispute WHERE dispute_no = ?",
        dispute);
  }

  /** Lets the clerk answer. */
  void answer(String dispute, String words, String pictures) {
    hub.erp()
        .update(
            "UPDATE wx_dispute SET answer = ?, answer_pics = ?, answer_time = NOW()"
                + " WHERE dispute_no = ?",
            words,
            pictures,
            dispute);
  }

  /** Waits until a dispute is held, and returns why. */
  String awaitHold(String dispute, String code) {
    await().atMost(SOON).until(() -> hub.held("complaints", dispute).startsWith(code));
    return hub.held("complaints", dispute);
  }

  /** Returns WeChat's state of a dispute. */
  String atWeChat(String dispute) {
    List<Map<?, ?>> all = hub.list("/sandbox/_control/complaints");
    return all.stream()
        .filter(each -> dispute.equals(String.valueOf(each.get("complaint_order_id"))))
        .map(each -> String.valueOf(each.get("state")))
        .findFirst()
        .orElse("none");
  }

  DemoTickets tickets() {
    return tickets;
  }
}
