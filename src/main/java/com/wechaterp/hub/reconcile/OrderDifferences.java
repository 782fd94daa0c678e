package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.order.ComparedOrder;
import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.order.Order;
import com.wechaterp.hub.plan.Hold;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says what differs in one order, apart from whether it is paid. */
final class OrderDifferences {

  private final ComparedOrder order;
  private final OrderSides sides;

  private OrderDifferences(ComparedOrder order) {
    this.order = order;
    this.sides = new OrderSides(order);
  }

  /** Returns what differs, null if nothing does. */
  static @Nullable Difference of(ComparedOrder order) {
    OrderDifferences it = new OrderDifferences(order);
    KnownOrder known = order.known();
    Order ofTheErp = order.ofTheErp();
    if (ofTheErp != null && known != null) {
      return PaymentDifferences.disagree(ofTheErp, known) ? null : it.onBoth(ofTheErp, known);
    }
    Difference planned = it.planned();
    if (planned != null) {
      return planned;
    }
    return known == null ? it.inErpOnly(ofTheErp) : it.atWeChatOnly(known);
  }

  private @Nullable Difference planned() {
    Hold hold = sides.hold();
    if (!order.plan().calls().isEmpty()) {
      return hub("reconcile-order-unsent", "operations", sides.operations());
    }
    return hold == null ? null : sides.held(Subject.ORDERS, hold);
  }

  /** WeChat takes no order that is over a day old, so the flow leaves it alone. */
  private @Nullable Difference inErpOnly(@Nullable Order ofTheErp) {
    boolean late = ofTheErp != null && !ofTheErp.closed() && !order.link().isStored();
    return late ? sides.differs(Subject.ORDERS, Owner.MERCHANT, "reconcile-order-too-late") : null;
  }

  /** An order that nobody paid and the ERP never heard of harms nobody. */
  private @Nullable Difference atWeChatOnly(KnownOrder known) {
    return known.status().closed()
        ? null
        : sides.differs(Subject.ORDERS, Owner.ERP, "reconcile-order-only-wechat");
  }

  private @Nullable Difference onBoth(Order ofTheErp, KnownOrder known) {
    Difference planned = planned();
    if (planned != null) {
      return planned;
    }
    if (known.status().closed() && ofTheErp.open()) {
      return hub("reconcile-order-closed");
    }
    if (order.link().statusCode() != known.statusCode()) {
      return hub("reconcile-order-state", "seen", order.link().statusCode());
    }
    return known.status().paid() ? figures(ofTheErp, known) : null;
  }

  /** The planner compares the figures of unpaid orders; those of paid ones nothing can change. */
  private @Nullable Difference figures(Order ofTheErp, KnownOrder known) {
    if (ofTheErp.price().orderPrice() != known.orderPrice()) {
      return sides.differs(Subject.ORDERS, Owner.MERCHANT, "reconcile-order-amount");
    }
    Map<String, Long> wanted = new TreeMap<>();
    ofTheErp.lines().forEach(line -> wanted.merge(line.outSkuId(), line.count(), Long::sum));
    Map<String, Long> bought = new TreeMap<>();
    known.lines().forEach(line -> bought.merge(line.outSkuId(), line.productCnt(), Long::sum));
    return wanted.equals(bought)
        ? null
        : sides.differs(
            Subject.ORDERS,
            Owner.MERCHANT,
            "reconcile-order-quantity",
            "bought",
            bought,
            "wanted",
            wanted);
  }

  private Difference hub(String code, Object... more) {
    return sides.differs(Subject.ORDERS, Owner.HUB, code, more);
  }
}
