package com.wechaterp.hub.shippinginfo;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Payments that WeChat names by its own id, in an event or a list: finds the ERP's order, or says
 * that WeChat waits for a shipment which the ERP does not have.
 */
class StrayPayments {

  private static final String PORT = "shipments";
  private static final Duration LOOK_AGAIN = Duration.ofDays(1);

  private final Payments payments;
  private final PaymentMemory memory;
  private final ObjectProvider<Erp> erp;
  private final WorkList work;
  private final Clock clock;

  StrayPayments(
      Payments payments,
      PaymentMemory memory,
      ObjectProvider<Erp> erp,
      WorkList work,
      Clock clock) {
    this.payments = payments;
    this.memory = memory;
    this.erp = erp;
    this.work = work;
    this.clock = clock;
  }

  /** Returns what to do about a key that is none of the ERP's shipments. */
  Plan plan(String account, String key) {
    Optional<String> known = memory.order(account, key).filter(order -> !order.equals(key));
    if (known.isPresent()) {
      return passOn(account, known.get(), key);
    }
    if (!key.matches("\\d{20,}")) {
      return Plan.nothing();
    }
    KnownPayment payment = payments.find(account, PaymentKey.ofTransaction(key)).orElse(null);
    if (payment == null) {
      return Plan.nothing();
    }
    String tradeNo = payment.key().merchantTradeNo();
    if (hasShipment(tradeNo)) {
      return passOn(account, tradeNo, key);
    }
    return payment.state() == PaymentState.TO_SHIP ? due(payment) : Plan.nothing();
  }

  /** The ERP has the order now, so nobody waits under WeChat's own id any more. */
  void found(String account, KnownPayment payment) {
    WorkKey own = new WorkKey(ShippingInfoFlow.FLOW, account, payment.key().transactionId());
    work.find(own)
        .filter(state -> state.state().equals("held"))
        .ifPresent(state -> work.mark(own, WorkPriority.EVENT, "the ERP has its order"));
  }

  private Plan passOn(String account, String order, String transaction) {
    work.mark(
        new WorkKey(ShippingInfoFlow.FLOW, account, order),
        WorkPriority.EVENT,
        "payment " + transaction + " at WeChat");
    return Plan.nothing();
  }

  private boolean hasShipment(String order) {
    Erp merchant = erp.getIfAvailable();
    return merchant != null && merchant.has(PORT) && merchant.read(PORT, order).isPresent();
  }

  private Plan due(KnownPayment payment) {
    Problem problem =
        Problem.of(
            "shipping-info-due",
            "key",
            payment.key().transactionId(),
            "payment",
            payment.key().merchantTradeNo(),
            "paid",
            String.valueOf(payment.paidAt()));
    return Plan.hold(new Hold(problem, Release.ERP_CHANGE, clock.instant().plus(LOOK_AGAIN), 50));
  }
}
