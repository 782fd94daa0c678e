package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.aftersale.AfterSaleDecision.Kind;
import com.wechaterp.hub.document.Findings;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What to tell WeChat of an after-sale that the merchant records, {@code shop/aftersale/*}. */
final class RecordPlanner {

  private RecordPlanner() {}

  /** Returns what to do; the same plan for the same wish, without a look at anything else. */
  static Plan plan(Wish it) {
    AfterSale known = it.known();
    return OrderDeadline.after(
        known == null ? record(it) : follow(it, known),
        it.decision(),
        it.wanted().outOrderId(),
        it.order().openid(),
        it.sent());
  }

  private static Plan record(Wish it) {
    if (it.wanted().cancel()) {
      return Plan.nothing();
    }
    if (it.sent().lastDone(AfterSaleOperation.ADD_V1).isPresent()) {
      // An account of the upgraded contract answers 0 and keeps nothing (WeChat docs,
      // after-sales, older contract [售后]).
      return Plan.hold(Hold.of(it.problem("aftersale-not-kept"), Release.PERSON));
    }
    List<Problem> wrong = RequestRules.recorded(it);
    if (!wrong.isEmpty()) {
      Problem all = Findings.together("aftersale", it.wanted().outAftersaleId(), wrong);
      return Plan.hold(Hold.of(all, Release.ERP_CHANGE));
    }
    int status = state(it, AfterSaleStateV1.MERCHANT_HANDLING.code());
    return Plan.of(call(it, AfterSaleOperation.ADD_V1, status));
  }

  private static Plan follow(Wish it, AfterSale known) {
    Call call = call(it, AfterSaleOperation.UPDATE_V1, state(it, known.statusCode()));
    Subject.Recorded wanted = (Subject.Recorded) call.subject();
    boolean same = wanted.status() == known.statusCode();
    Optional<SentCall> last = it.sent().lastDone(AfterSaleOperation.RECORDS);
    if (last.isPresent() && last.get().content().equals(wanted.content(call.operation()))) {
      return same ? Plan.nothing() : RequestPlanner.settling(it, last.get());
    }
    return same && !it.wanted().finishAll() ? Plan.nothing() : Plan.of(call);
  }

  /**
   * Returns the state to record: the one the ERP names, or else the one its decision leads to.
   *
   * @param otherwise the state if the ERP says neither
   */
  private static int state(Wish it, int otherwise) {
    if (it.wanted().cancel()) {
      return AfterSaleStateV1.CANCELLED.code();
    }
    Integer named = it.wanted().status();
    if (named != null) {
      return named;
    }
    AfterSaleDecision decision = it.decision();
    Kind kind = decision == null ? Kind.NONE : decision.kind();
    return switch (kind) {
      case NONE, MERCHANT_UPDATE -> otherwise;
      case ACCEPT_REFUND -> AfterSaleStateV1.REFUNDING.code();
      case ACCEPT_RETURN -> AfterSaleStateV1.WAITING_RETURN.code();
      case REJECT -> rejected(it.wanted().type()).code();
      case UPLOAD_CERTIFICATES -> paid(it.wanted().type()).code();
    };
  }

  private static AfterSaleStateV1 rejected(AfterSaleType type) {
    return switch (type) {
      case RETURN_REFUND -> AfterSaleStateV1.RETURN_REFUND_REJECTED;
      case EXCHANGE -> AfterSaleStateV1.EXCHANGE_REJECTED;
      default -> AfterSaleStateV1.REFUND_REJECTED;
    };
  }

  private static AfterSaleStateV1 paid(AfterSaleType type) {
    return switch (type) {
      case RETURN_REFUND -> AfterSaleStateV1.RETURN_REFUNDED;
      case EXCHANGE -> AfterSaleStateV1.EXCHANGED;
      default -> AfterSaleStateV1.REFUNDED;
    };
  }

  private static Call call(Wish it, String operation, int status) {
    Instant opened = Objects.requireNonNullElse(it.wanted().createTime(), it.now());
    return new Call(
        operation,
        new Subject.Recorded(it.wanted(), it.known(), status, opened, it.order()),
        AfterSaleStateV1.of(status).english());
  }
}
