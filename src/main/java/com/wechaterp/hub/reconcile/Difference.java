package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemText;
import com.wechaterp.hub.problem.Problems;
import com.wechaterp.hub.work.WorkKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One thing that is not the same on both sides.
 *
 * @param key the key that a repair puts to work
 * @param wechatId WeChat's id, empty if it has none
 * @param atWeChat what WeChat says, without anything personal
 * @param inErp what the ERP says
 * @param owner who must act
 * @param reason what differs, why it matters, and the proposed repair
 * @param work where the key stands in the work list
 */
public record Difference(
    WorkKey key,
    String wechatId,
    String atWeChat,
    String inErp,
    Owner owner,
    Problem reason,
    OnWorkList work) {

  /** WeChat moved on unseen, so a hold of the key speaks of a state that is over. */
  private static final Set<String> UNSEEN =
      Set.of("reconcile-order-state", "reconcile-aftersale-state");

  /** Stands for what a side does not have. */
  static final String NONE = "-";

  static Difference of(
      WorkKey key, String wechatId, Sides sides, Owner owner, String code, Object... more) {
    Object[] facts = {
      "key", key.key(),
      "id", wechatId.isEmpty() ? NONE : wechatId,
      "wechat", sides.atWeChat(),
      "erp", sides.inErp()
    };
    Object[] all = new Object[facts.length + more.length];
    System.arraycopy(facts, 0, all, 0, facts.length);
    System.arraycopy(more, 0, all, facts.length, more.length);
    return of(key, wechatId, sides, owner, Problem.of(code, all));
  }

  /** Returns the difference that the hub itself would not settle but hold. */
  static Difference held(WorkKey key, String wechatId, Sides sides, Hold hold) {
    return of(key, wechatId, sides, Owner.of(hold.release()), hold.reason());
  }

  private static Difference of(
      WorkKey key, String wechatId, Sides sides, Owner owner, Problem reason) {
    return new Difference(
        key, wechatId, sides.atWeChat(), sides.inErp(), owner, reason, OnWorkList.NO);
  }

  /**
   * What both sides say.
   *
   * @param atWeChat {@link #NONE} if WeChat has no such thing
   * @param inErp {@link #NONE} if the ERP has no such thing
   */
  record Sides(String atWeChat, String inErp) {}

  /** Returns whether the hub can settle it and is not at it already, or held by something else. */
  boolean isRepairable() {
    boolean outOfDate = work.state().equals("held") && UNSEEN.contains(reason.code());
    return owner == Owner.HUB && (work.equals(OnWorkList.NO) || outOfDate);
  }

  Difference with(OnWorkList where) {
    return new Difference(key, wechatId, atWeChat, inErp, owner, reason, where);
  }

  /** Returns the difference for people and scripts. */
  public Map<String, Object> fields(Language language) {
    ProblemText text = Problems.catalogue().text(reason, language);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("account", key.account());
    fields.put("flow", key.flow());
    fields.put("key", key.key());
    fields.put("wechatId", wechatId);
    fields.put("wechat", atWeChat);
    fields.put("erp", inErp);
    fields.put("owner", owner.text());
    fields.put("code", reason.code());
    fields.put("difference", text.what() + (language == Language.ZH ? "" : " ") + text.why());
    fields.put("repair", text.remedy());
    fields.put("work", work.state());
    fields.put("workReason", work.sentence(language));
    return fields;
  }
}
