package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves disputes from stage to stage, and tells the merchant of each step (WeChat docs, after-sales
 * [售后 2.0]).
 */
class ComplaintLife implements Tick {

  private static final Due EXPIRED = Complaints.due("expired_at");
  private static final Due SUPPORT = Complaints.due("support_at");
  private static final int VERDICTS = 12;
  private static final int USER_LIABLE_NO_REFUND = 10;
  private static final int MERCHANT_LIABLE_REFUND = 1;

  private final SandboxProperties.Complaints settings;
  private final AfterSaleLife aftersales;
  private final AfterSaleEvents aftersaleEvents;
  private final Pushes pushes;

  ComplaintLife(
      SandboxProperties.Complaints settings,
      AfterSaleLife aftersales,
      AfterSaleEvents aftersaleEvents,
      Pushes pushes,
      Timers timers) {
    this.settings = settings;
    this.aftersales = aftersales;
    this.aftersaleEvents = aftersaleEvents;
    this.pushes = pushes;
    EXPIRED.handle(timers, this::late);
    SUPPORT.handle(timers, this::support);
  }

  /** A buyer whose wish was rejected asks the platform. */
  Map<String, Object> open(
      Shop shop, Map<String, Object> aftersale, int type, Map<String, Object> material) {
    AfterSaleState.require(
        aftersale, AfterSaleState.REFUND_REJECTED, AfterSaleState.RETURN_REJECTED);
    boolean returns = AfterSaleState.RETURN_REJECTED.isOf(aftersale);
    Map<String, Object> order = AfterSales.order(shop, aftersale);
    Map<String, Object> complaint =
        Fields.of(
            "complaint_order_id", shop.nextId(),
            "order_id", Fields.text(aftersale, "order_id"),
            "after_sale_order_id", aftersale.get("aftersale_id"),
            "openid", aftersale.get("openid"),
            "phone_number", Fields.text(Fields.object(order.get("address_info")), "tel_number"),
            "type", type,
            "judge_result", 0,
            "returns", returns,
            "create_time", shop.clock().now().getEpochSecond());
    aftersale.put("complaint_order_id_list", List.of(complaint.get("complaint_order_id")));
    aftersales.move(
        shop,
        aftersale,
        returns ? AfterSaleState.PLATFORM_HANDLES_RETURN : AfterSaleState.PLATFORM_HANDLES_REFUND);
    move(shop, complaint, ComplaintStage.SUPPORT, ComplaintEvent.OPENED, material);
    return complaint;
  }

  /** The platform asks somebody for evidence. */
  void ask(Shop shop, Map<String, Object> complaint, ComplaintStage whom) {
    require(complaint, ComplaintStage.SUPPORT, ComplaintStage.VERDICT);
    move(shop, complaint, whom, ComplaintEvent.ASKED, null);
  }

  /** The merchant shows evidence. */
  void merchantEvidence(Shop shop, Map<String, Object> complaint, Map<String, Object> material) {
    ComplaintStage next = ComplaintStage.of(complaint).withMerchantEvidence();
    move(shop, complaint, next, ComplaintEvent.MERCHANT_GAVE_EVIDENCE, material);
  }

  /** The buyer shows evidence. */
  void userEvidence(Shop shop, Map<String, Object> complaint, Map<String, Object> material) {
    ComplaintStage next = ComplaintStage.of(complaint).withUserEvidence();
    move(shop, complaint, next, ComplaintEvent.USER_GAVE_EVIDENCE, material);
  }

  /** The time for evidence is over. */
  void late(Shop shop, Map<String, Object> complaint) {
    if (!ComplaintStage.of(complaint).waitsForEvidence()) {
      throw AfterSaleState.notAllowed();
    }
    move(shop, complaint, ComplaintStage.VERDICT, ComplaintEvent.EVIDENCE_LATE, null);
  }

  /** The platform judges: 1 to 4 refund, 5 to 8 return and refund, 9 to 12 no refund. */
  void judge(Shop shop, Map<String, Object> complaint, int result) {
    if (ComplaintStage.of(complaint).hasEnded()
        || Fields.number(complaint, "judge_result") > 0
        || result < 1
        || result > VERDICTS) {
      throw AfterSaleState.notAllowed();
    }
    complaint.put("judge_result", result);
    Map<String, Object> aftersale = Complaints.aftersale(shop, complaint);
    int kind = (result - 1) / 4;
    move(
        shop,
        complaint,
        kind == 2 ? ComplaintStage.FINISHED : ComplaintStage.AFTERSALE,
        ComplaintEvent.JUDGED,
        null);
    switch (kind) {
      case 0 -> aftersales.refund(shop, aftersale);
      case 1 ->
          aftersales.awaitReturn(shop, aftersale, AfterSaleLife.defaultAddress(shop, aftersale));
      default -> aftersales.move(shop, aftersale, AfterSaleState.CLOSED);
    }
    aftersaleEvents.push(shop, "aftersale_complaint_update_order_state", aftersale);
  }

  /** The buyer takes the dispute back, and with it the wish. */
  void withdraw(Shop shop, Map<String, Object> complaint) {
    if (ComplaintStage.of(complaint).compareTo(ComplaintStage.VERDICT) > 0) {
      throw AfterSaleState.notAllowed();
    }
    move(shop, complaint, ComplaintStage.CLOSED, ComplaintEvent.WITHDRAWN, null);
    Map<String, Object> aftersale = Complaints.aftersale(shop, complaint);
    aftersales.move(shop, aftersale, AfterSaleState.CANCELLED);
    aftersaleEvents.push(shop, "aftersale_user_cancel", aftersale);
  }

  /** Support does its next step by itself: it asks the merchant, and then believes who answered. */
  private void support(Shop shop, Map<String, Object> complaint) {
    if (ComplaintStage.of(complaint) == ComplaintStage.SUPPORT) {
      ask(shop, complaint, ComplaintStage.MERCHANT_EVIDENCE);
      return;
    }
    boolean answered =
        Complaints.items(complaint).stream().anyMatch(item -> item.containsKey("merchant_record"));
    judge(shop, complaint, answered ? USER_LIABLE_NO_REFUND : MERCHANT_LIABLE_REFUND);
  }

  /** Finishes the disputes whose after-sale ended as was judged. */
  @Override
  public void pass(Shop shop) {
    for (Map<String, Object> complaint : shop.all(Complaints.KIND)) {
      if (ComplaintStage.of(complaint) == ComplaintStage.AFTERSALE) {
        AfterSaleState state = AfterSaleState.of(Complaints.aftersale(shop, complaint));
        if (state == AfterSaleState.REFUNDED || state.isWithdrawn()) {
          move(shop, complaint, ComplaintStage.FINISHED, ComplaintEvent.FINISHED, null);
        }
      }
    }
  }

  private void move(
      Shop shop,
      Map<String, Object> complaint,
      ComplaintStage stage,
      ComplaintEvent event,
      @Nullable Map<String, Object> material) {
    complaint.put("state", stage.code(complaint));
    complaint.put("expired_time", 0);
    EXPIRED.clear(complaint);
    SUPPORT.clear(complaint);
    Duration delay = settings.supportDelay();
    if (stage.waitsForEvidence()) {
      EXPIRED.set(shop, complaint, settings.evidenceWithin());
      complaint.put(
          "expired_time", shop.clock().now().plus(settings.evidenceWithin()).getEpochSecond());
    } else if (stage.compareTo(ComplaintStage.VERDICT) <= 0 && !delay.isZero()) {
      SUPPORT.set(shop, complaint, delay);
    }
    Complaints.record(shop, complaint, event, material);
    Complaints.save(shop, complaint);
    pushes.push(
        shop,
        "complaint_notify",
        "complaint_info",
        Fields.of(
            "complaint_order_id", complaint.get("complaint_order_id"),
            "state", complaint.get("state"),
            "event", event.code()));
  }

  private static void require(Map<String, Object> complaint, ComplaintStage... stages) {
    if (!List.of(stages).contains(ComplaintStage.of(complaint))) {
      throw AfterSaleState.notAllowed();
    }
  }
}
