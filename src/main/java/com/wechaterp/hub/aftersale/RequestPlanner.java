package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.aftersale.AfterSale.Line;
import com.wechaterp.hub.document.Findings;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import java.util.List;
import java.util.Optional;

/** What to ask WeChat for, of an after-sale that WeChat drives and the merchant's side wants. */
final class RequestPlanner {

  private RequestPlanner() {}

  /** Returns what to do; the same plan for the same wish, without a look at anything else. */
  static Plan plan(Wish it) {
    AfterSale known = it.known();
    return known == null ? open(it) : follow(it, known);
  }

  private static Plan open(Wish it) {
    Optional<SentCall> added = it.sent().lastDone(AfterSaleOperation.ADD);
    if (added.isPresent()) {
      return settling(it, added.get());
    }
    return it.wanted().cancel() ? Plan.nothing() : submit(it, AfterSaleOperation.ADD, "opened");
  }

  private static Plan follow(Wish it, AfterSale known) {
    AfterSaleState state = known.state();
    if (state.ended()) {
      return Plan.nothing();
    }
    if (it.wanted().cancel()) {
      return state.cancellable()
          ? once(it, AfterSaleOperation.CANCEL, "taken back by the buyer")
          : hold(it, "aftersale-cancel-late", Release.PERSON);
    }
    if (!sameGoods(it.wanted(), known)) {
      return hold(it, "aftersale-fixed", Release.ERP_CHANGE);
    }
    if (state == AfterSaleState.WAITING_RETURN && !it.wanted().waybillId().isEmpty()) {
      return sendBack(it);
    }
    return known.changeable() && changed(it, known)
        ? submit(it, AfterSaleOperation.UPDATE, "changed")
        : Plan.nothing();
  }

  /** The buyer may take the parcel back in WeChat: the same number is not told a second time. */
  private static Plan sendBack(Wish it) {
    String operation = AfterSaleOperation.UPLOAD_RETURN_INFO;
    Call call = call(it, operation, "goods sent back");
    Optional<SentCall> done =
        it.sent().done(operation, ((Subject) call.subject()).content(operation));
    boolean takenBack =
        done.isPresent() && !done.get().begunAt().plus(AfterSalePlanner.SETTLING).isAfter(it.now());
    return takenBack ? Plan.nothing() : once(it, operation, "goods sent back");
  }

  /** WeChat changes neither the kind nor the goods of a ticket. */
  private static boolean sameGoods(AfterSaleRequest wanted, AfterSale known) {
    List<Line> lines = wanted.lines();
    return wanted.type() == known.type()
        && lines.size() == 1
        && known.lines().size() == 1
        && lines.get(0).outSkuId().equals(known.lines().get(0).outSkuId())
        && lines.get(0).productCnt() == known.lines().get(0).productCnt();
  }

  /** What was sent last counts, because the buyer may since have changed the ticket in WeChat. */
  private static boolean changed(Wish it, AfterSale known) {
    Optional<SentCall> submitted = it.sent().lastDone(AfterSaleOperation.SUBMISSIONS);
    return submitted.isEmpty()
        ? it.wanted().orderamt() != known.orderamt() || !it.wanted().reason().equals(known.reason())
        : !submitted.get().content().equals(it.wanted().content());
  }

  private static Plan submit(Wish it, String operation, String why) {
    if (it.sent().submissions() >= Sent.SUBMISSIONS) {
      return hold(it, "aftersale-submissions-spent", Release.PERSON);
    }
    List<Problem> wrong = RequestRules.driven(it);
    return wrong.isEmpty()
        ? Plan.of(call(it, operation, why))
        : Plan.hold(
            Hold.of(
                Findings.together("aftersale", it.wanted().outAftersaleId(), wrong),
                Release.ERP_CHANGE));
  }

  private static Plan once(Wish it, String operation, String why) {
    Call call = call(it, operation, why);
    Optional<SentCall> done =
        it.sent().done(operation, ((Subject) call.subject()).content(operation));
    return done.isPresent() ? settling(it, done.get()) : Plan.of(call);
  }

  private static Call call(Wish it, String operation, String why) {
    return new Call(operation, new Subject.Requested(it.wanted(), it.known(), it.order()), why);
  }

  static Plan settling(Wish it, SentCall done) {
    return Plan.hold(
        new Hold(
            it.problem("aftersale-settling", "operation", done.operation()),
            Release.TIME,
            it.now().plus(AfterSalePlanner.SETTLING),
            50));
  }

  private static Plan hold(Wish it, String code, Release release) {
    return Plan.hold(Hold.of(it.problem(code), release));
  }
}
