package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.aftersale.AfterSaleDecision.Kind;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The merchant's rule book: what to answer WeChat about an after-sale that WeChat drives. */
final class AfterSalePlanner {

  /** How long WeChat may take to show what it answered. */
  static final Duration SETTLING = Duration.ofMinutes(2);

  private final AfterSaleSettings settings;

  AfterSalePlanner(AfterSaleSettings settings) {
    this.settings = settings;
  }

  /** Returns what to do; the same plan for the same situation, without a look at anything else. */
  Plan plan(Situation it) {
    return OrderDeadline.after(
        answer(it), it.decision(), it.known().outOrderId(), it.known().openid(), it.sent());
  }

  private Plan answer(Situation it) {
    return switch (it.known().state()) {
      case MERCHANT_HANDLES_REFUND, WAITING_RECEIPT -> handle(it, Kind.ACCEPT_REFUND);
      case MERCHANT_HANDLES_RETURN -> handle(it, Kind.ACCEPT_RETURN);
      case REFUND_FAILED -> certify(it);
      case UNKNOWN -> hold(it, "aftersale-state-unknown", Release.PERSON);
      case CANCELLED,
          CLOSED,
          REFUNDED,
          REFUND_REJECTED,
          RETURN_REJECTED,
          WAITING_RETURN,
          REFUNDING,
          PLATFORM_HANDLES_REFUND,
          PLATFORM_HANDLES_RETURN ->
          Plan.nothing();
    };
  }

  /**
   * Answers what waits for the merchant.
   *
   * @param accept the consent that fits the state
   */
  private Plan handle(Situation it, Kind accept) {
    AfterSaleDecision decision = it.decision();
    if (decision == null || decision.kind() == Kind.NONE) {
      return undecided(it, "aftersale-undecided");
    }
    if (it.known().state() == AfterSaleState.WAITING_RECEIPT
        && decision.kind() == Kind.ACCEPT_RETURN) {
      return undecided(it, "aftersale-undecided");
    }
    if (decision.kind() == Kind.MERCHANT_UPDATE
        && it.known().state() != AfterSaleState.WAITING_RECEIPT) {
      return readdress(it, decision);
    }
    if (decision.kind() != accept && decision.kind() != Kind.REJECT) {
      return waiting(
          it,
          "aftersale-decision-unfit",
          "decision",
          decision.kind().text(),
          "fits",
          accept.text() + ", " + Kind.REJECT.text());
    }
    return isOfAnotherVersion(it, decision)
        ? undecided(it, "aftersale-decision-stale")
        : decided(it, decision);
  }

  /**
   * WeChat takes it only until somebody agreed to the return; what to answer is still open then.
   */
  private Plan readdress(Situation it, AfterSaleDecision decision) {
    AfterSaleDecision.ReturnAddress address = decision.address();
    if (address == null || !address.isComplete()) {
      return waiting(it, "aftersale-return-address");
    }
    String operation = operation(decision.kind());
    return it.sent().done(operation, decision.addressContent()).isPresent()
        ? undecided(it, "aftersale-undecided")
        : Plan.of(new Call(operation, new Subject.Decided(it.known(), decision), why(it)));
  }

  private Plan decided(Situation it, AfterSaleDecision decision) {
    String operation = operation(decision.kind());
    boolean refund = decision.kind() == Kind.ACCEPT_REFUND;
    AfterSaleDecision.ReturnAddress address = decision.address();
    if (decision.kind() == Kind.ACCEPT_RETURN && address != null && !address.isComplete()) {
      return waiting(it, "aftersale-return-address");
    }
    // A refund is agreed to once, whatever else is decided later.
    Optional<SentCall> done =
        refund ? it.sent().lastDone(operation) : it.sent().done(operation, decision.content());
    if (done.isPresent()) {
      return refund || done.get().begunAt().plus(SETTLING).isAfter(it.now())
          ? settling(it, done.get())
          : undecided(it, "aftersale-decision-stale");
    }
    Plan wrongAmount = refund ? amount(it, decision) : null;
    return wrongAmount == null
        ? Plan.of(new Call(operation, new Subject.Decided(it.known(), decision), why(it)))
        : wrongAmount;
  }

  /** After the goods came back only the parcel's data change, not what was decided about. */
  private static boolean isOfAnotherVersion(Situation it, AfterSaleDecision decision) {
    return it.known().state() != AfterSaleState.WAITING_RECEIPT
        && decision.updateTime() != null
        && !decision.updateTime().equals(it.known().updateTime());
  }

  private @Nullable Plan amount(Situation it, AfterSaleDecision decision) {
    Long named = decision.orderamt();
    if (named == null) {
      return settings.requireAmount().contains(it.account())
          ? waiting(it, "aftersale-amount-missing")
          : null;
    }
    return named == it.known().orderamt()
        ? null
        : waiting(it, "aftersale-amount-differs", "named", Money.yuan(named));
  }

  private Plan certify(Situation it) {
    AfterSaleDecision decision = it.decision();
    if (decision == null || decision.kind() != Kind.UPLOAD_CERTIFICATES) {
      return hold(it, "aftersale-offline-refund-due", Release.ERP_CHANGE);
    }
    if (decision.reason().isEmpty() || decision.proof().isEmpty()) {
      return hold(it, "aftersale-certificates-missing", Release.ERP_CHANGE);
    }
    String operation = operation(decision.kind());
    return it.sent().done(operation, decision.content()).isPresent()
        ? Plan.nothing()
        : Plan.of(
            new Call(
                operation, new Subject.Decided(it.known(), decision), "paid to the buyer offline"));
  }

  private static String operation(Kind kind) {
    return "shop/ecaftersale/" + kind.text();
  }

  private static String why(Situation it) {
    return "decided in the ERP at " + it.known().stateName();
  }

  private static Plan settling(Situation it, SentCall done) {
    return Plan.hold(
        new Hold(
            it.problem("aftersale-settling", "operation", done.operation()),
            Release.TIME,
            it.now().plus(SETTLING),
            50));
  }

  private static Plan hold(Situation it, String code, Release release) {
    return Plan.hold(Hold.of(it.problem(code), release));
  }

  /** Waits for the merchant; near the deadline and past it, that is what has to be said. */
  private Plan undecided(Situation it, String code) {
    Instant deadline = it.deadline();
    if (deadline == null || it.now().isBefore(near(deadline))) {
      return waiting(it, code);
    }
    return waiting(
        it, it.now().isBefore(deadline) ? "aftersale-deadline-near" : "aftersale-deadline-passed");
  }

  /**
   * Waits for the merchant, and is looked at again when the deadline is near, and when it passed.
   */
  private Plan waiting(Situation it, String code, Object... more) {
    Instant deadline = it.deadline();
    return Plan.hold(
        new Hold(
            it.problem(code, more),
            Release.ERP_CHANGE,
            deadline == null ? null : nextLook(it.now(), deadline),
            50));
  }

  private Instant nextLook(Instant now, Instant deadline) {
    Instant near = near(deadline);
    if (now.isBefore(near)) {
      return near;
    }
    return now.isBefore(deadline) ? deadline : now.plus(settings.lookAgain());
  }

  private Instant near(Instant deadline) {
    return deadline.minus(settings.warnBefore());
  }
}
