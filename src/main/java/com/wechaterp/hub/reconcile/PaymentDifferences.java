package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.order.ComparedOrder;
import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.order.Order;
import com.wechaterp.hub.plan.Hold;
import org.jspecify.annotations.Nullable;

/** Says whether both sides agree that one order is paid, and by which payment. */
final class PaymentDifferences {

  private PaymentDifferences() {}

  /** Returns whether only one side says that the order is paid. */
  static boolean disagree(Order ofTheErp, KnownOrder known) {
    return ofTheErp.paid() != known.status().paid();
  }

  /** Returns what differs, null if nothing does. */
  static @Nullable Difference of(ComparedOrder order) {
    KnownOrder known = order.known();
    Order ofTheErp = order.ofTheErp();
    OrderSides sides = new OrderSides(order);
    if (known == null) {
      return null;
    }
    if (ofTheErp == null) {
      return atWeChatOnly(known, sides);
    }
    if (disagree(ofTheErp, known)) {
      return known.status().paid() ? untold(ofTheErp, sides) : unsent(order, sides);
    }
    return known.status().paid() ? transactions(ofTheErp, known, sides) : null;
  }

  private static @Nullable Difference atWeChatOnly(KnownOrder known, OrderSides sides) {
    Hold hold = sides.hold();
    if (!known.status().paid()) {
      return null;
    }
    return hold == null
        ? sides.differs(Subject.PAYMENTS, Owner.ERP, "reconcile-payment-only-wechat")
        : sides.held(Subject.PAYMENTS, hold);
  }

  /** Paid at WeChat; the ERP says that it waits for the payment, or that it was closed. */
  private static @Nullable Difference untold(Order ofTheErp, OrderSides sides) {
    Hold hold = sides.hold();
    if (ofTheErp.open()) {
      return sides.differs(Subject.PAYMENTS, Owner.HUB, "reconcile-payment-untold");
    }
    return hold == null ? null : sides.held(Subject.ORDERS, hold);
  }

  /** Paid in the ERP; the flow of orders tells WeChat where WeChat can be told. */
  private static @Nullable Difference unsent(ComparedOrder order, OrderSides sides) {
    Hold hold = sides.hold();
    if (!order.plan().calls().isEmpty()) {
      return sides.differs(
          Subject.ORDERS, Owner.HUB, "reconcile-payment-unsent", "operations", sides.operations());
    }
    return hold == null ? null : sides.held(Subject.ORDERS, hold);
  }

  private static @Nullable Difference transactions(
      Order ofTheErp, KnownOrder known, OrderSides sides) {
    String booked = ofTheErp.payment().transactionId();
    boolean told = !booked.isEmpty() && !known.transactionId().isEmpty();
    return told && !booked.equals(known.transactionId())
        ? sides.differs(
            Subject.PAYMENTS,
            Owner.MERCHANT,
            "reconcile-payment-transaction",
            "paid",
            known.transactionId(),
            "booked",
            booked)
        : null;
  }
}
