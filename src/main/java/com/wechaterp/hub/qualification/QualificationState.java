package com.wechaterp.hub.qualification;

import com.wechaterp.hub.category.Categories;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.QualificationLink;
import com.wechaterp.hub.link.QualificationLinks;
import com.wechaterp.hub.link.QualificationStatus;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;

/** Reads back what WeChat made of a qualification, and tells the ERP and those who wait for it. */
class QualificationState {

  /** WeChat's answer for a ticket it does not have (WeChat docs, error codes [错误码]). */
  private static final int NO_TICKET = 1050005;

  private static final int ALL = 100_000;

  private final QualificationLinks links;
  private final WeChat wechat;
  private final Categories categories;
  private final ObjectProvider<Erp> erp;
  private final WorkList work;
  private final Timeline timeline;

  QualificationState(
      QualificationLinks links,
      WeChat wechat,
      Categories categories,
      ObjectProvider<Erp> erp,
      WorkList work,
      Timeline timeline) {
    this.links = links;
    this.wechat = wechat;
    this.categories = categories;
    this.erp = erp;
    this.work = work;
    this.timeline = timeline;
  }

  /** Returns the link as WeChat has it now; what changed is stored and told. */
  QualificationLink look(QualificationLink known) {
    if (known.begunAt() != null && opened(known)) {
      return tell(known.decided(QualificationStatus.APPROVED.code(), "", ""));
    }
    if (known.auditId().isEmpty() || known.status() != QualificationStatus.IN_AUDIT) {
      return known;
    }
    QualificationLink seen = result(known);
    return seen.equals(known) ? known : tell(seen);
  }

  private boolean opened(QualificationLink known) {
    if (!known.kind().equals(QualificationKind.CATEGORY.word())) {
      return false;
    }
    categories.forget(known.account());
    return categories.opened(known.account()).contains(known.subject());
  }

  private QualificationLink result(QualificationLink known) {
    try {
      Answer data =
          new Answer(
                  wechat.call(
                      known.account(), "shop/audit/result", Map.of("audit_id", known.auditId())))
              .object("data");
      int status = (int) data.number("status");
      String brand = data.number("brand_id") == 0 ? "" : data.text("brand_id");
      return status == known.statusCode()
          ? known
          : known.decided(status, brand, data.text("reject_reason"));
    } catch (WeChatException e) {
      if (e.errcode() == NO_TICKET) {
        return known.decided(QualificationStatus.NOT_SUBMITTED.code(), "", "");
      }
      throw e;
    }
  }

  /**
   * Stores a change and tells it: the ERP, the timeline, and products that wait for it.
   *
   * <p>The ticket of a submission is stored first: lost with a row the ERP refuses, the same papers
   * would be submitted again. A decision is told first, and read once more if the ERP refuses it.
   */
  QualificationLink tell(QualificationLink changed) {
    boolean submitted = changed.status() == QualificationStatus.IN_AUDIT;
    QualificationLink kept = submitted ? links.save(changed) : changed;
    Erp merchant = erp.getIfAvailable();
    if (merchant != null && merchant.has("qualification-state")) {
      merchant.write("qualification-state", values(changed));
    }
    QualificationLink stored = submitted ? kept : links.save(kept);
    timeline.record(
        changed.account(),
        "qualification",
        changed.qualificationId(),
        "seen",
        (changed.status().chinese() + " " + changed.reason()).strip());
    if (changed.status() == QualificationStatus.APPROVED) {
      categories.forget(changed.account());
      work.release(Release.CONFIG_CHANGE, changed.account(), ALL);
    }
    return stored;
  }

  private static Map<String, Object> values(QualificationLink link) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("qualification_id", link.qualificationId());
    values.put("kind", link.kind());
    values.put("audit_id", link.auditId());
    values.put("status", link.statusCode());
    values.put("status_name", link.status().chinese());
    values.put("brand_id", link.brandId());
    values.put("reject_reason", link.reason());
    return values;
  }
}
