package com.wechaterp.hub.order;

import com.wechaterp.hub.document.Findings;
import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.link.OrderStatus;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The merchant's rule book: what to do at WeChat so that an order is there as it is wanted. */
public final class OrderPlanner {

  /** How long the cashier may take to tell WeChat of a payment, before it is looked at again. */
  private static final Duration CASHIER = Duration.ofMinutes(1);

  private final @Nullable Order wanted;
  private final OrderLink link;
  private final Instant now;

  private OrderPlanner(@Nullable Order wanted, OrderLink link, Instant now) {
    this.wanted = wanted;
    this.link = link;
    this.now = now;
  }

  /**
   * Returns what to do; the same plan for the same arguments, without a look at anything else.
   *
   * @param wanted the order, its amounts not checked yet; null if neither the ERP nor the
   *     mini-program's backend has it
   * @param link what the hub remembers of it
   * @param known the order as WeChat has it now, null if it has none
   */
  public static Plan plan(
      @Nullable Order wanted, OrderLink link, @Nullable KnownOrder known, Instant now) {
    OrderPlanner planner = new OrderPlanner(wanted, link, now);
    if (known == null) {
      return planner.create();
    }
    return wanted == null ? Plan.nothing() : planner.follow(wanted, known);
  }

  private Plan create() {
    if (link.exists()) {
      return hold("order-gone", Release.PERSON);
    }
    Order order = wanted;
    if (order == null) {
      return hold("order-unknown", Release.ERP_CHANGE);
    }
    if (order.closed() || !link.isStored() && order.past(now)) {
      return Plan.nothing();
    }
    if (order.paid() && order.byScene()) {
      return hold("order-paid-elsewhere", Release.ERP_CHANGE);
    }
    List<Problem> broken = OrderRules.check(order, link.createdAt(), now);
    if (!broken.isEmpty()) {
      return refuse(order, broken);
    }
    Call add = new Call(OrderOperation.ADD, order, "new order");
    return order.paid() ? Plan.of(add, pay(order)) : Plan.of(add);
  }

  private Plan follow(Order order, KnownOrder known) {
    OrderStatus status = known.status();
    if (status == OrderStatus.UNKNOWN) {
      return hold("order-state-unknown", Release.PERSON, "status", known.statusCode());
    }
    if (status.closed()) {
      return order.paid() ? hold("order-paid-but-closed", Release.PERSON) : Plan.nothing();
    }
    if (status.paid()) {
      return order.closed() && status != OrderStatus.REFUNDED
          ? hold("order-closed-but-paid", Release.PERSON)
          : Plan.nothing();
    }
    if (order.paid()) {
      return order.byScene() ? hold("order-paid-elsewhere", Release.ERP_CHANGE) : payment(order);
    }
    if (status == OrderStatus.CASHIER_DONE) {
      return atTheCashier(order, known);
    }
    return order.closed() ? Plan.of(close(order)) : keepPrice(order, known);
  }

  /** The buyer has just paid or is about to: nothing can be changed until WeChat knows. */
  private Plan atTheCashier(Order order, KnownOrder known) {
    if (order.open() && order.price().orderPrice() == known.orderPrice()) {
      return Plan.nothing();
    }
    Problem reason = Problem.of("order-being-paid", "key", order.outOrderId());
    return Plan.hold(new Hold(reason, Release.TIME, now.plus(CASHIER), 50));
  }

  private Plan keepPrice(Order order, KnownOrder known) {
    if (!counts(order).equals(counts(known))) {
      return hold("order-lines-differ", Release.ERP_CHANGE);
    }
    if (order.price().orderPrice() == known.orderPrice()) {
      return Plan.nothing();
    }
    if (link.priceChanged()) {
      return hold(
          "order-price-twice",
          Release.ERP_CHANGE,
          "found",
          yuan(order.price().orderPrice()),
          "known",
          yuan(known.orderPrice()));
    }
    List<Problem> broken = OrderRules.checkPrice(order);
    return broken.isEmpty()
        ? Plan.of(new Call(OrderOperation.CHANGE_PRICE, order, "price changed"))
        : refuse(order, broken);
  }

  private static Map<String, Long> counts(Order order) {
    Map<String, Long> counts = new TreeMap<>();
    order
        .lines()
        .forEach(
            line ->
                counts.merge(line.outProductId() + "/" + line.outSkuId(), line.count(), Long::sum));
    return counts;
  }

  private static Map<String, Long> counts(KnownOrder known) {
    Map<String, Long> counts = new TreeMap<>();
    known
        .lines()
        .forEach(
            line ->
                counts.merge(
                    line.outProductId() + "/" + line.outSkuId(), line.productCnt(), Long::sum));
    return counts;
  }

  private static Plan payment(Order order) {
    List<Problem> broken = OrderRules.checkPayment(order);
    return broken.isEmpty() ? Plan.of(pay(order)) : refuse(order, broken);
  }

  private static Call pay(Order order) {
    return new Call(OrderOperation.PAY, order, "paid in the ERP");
  }

  /** WeChat refuses the payment result of an order paid through it, so that one is closed. */
  private static Call close(Order order) {
    String why = "closed in the ERP: " + order.payment().action().chinese();
    return new Call(order.byScene() ? OrderOperation.CLOSE : OrderOperation.PAY, order, why);
  }

  private static Plan refuse(Order order, List<Problem> broken) {
    Problem together = Findings.together("order", order.outOrderId(), broken);
    return Plan.hold(Hold.of(together, Release.ERP_CHANGE));
  }

  private Plan hold(String code, Release release, Object... more) {
    Object[] facts = new Object[more.length + 4];
    facts[0] = "key";
    facts[1] = link.outOrderId();
    facts[2] = "order";
    facts[3] = link.exists() ? link.orderId() : "-";
    System.arraycopy(more, 0, facts, 4, more.length);
    return Plan.hold(Hold.of(Problem.of(code, facts), release));
  }

  private static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }
}
