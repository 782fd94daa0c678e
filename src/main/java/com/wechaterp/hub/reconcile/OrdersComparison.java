package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.order.ComparedOrder;
import com.wechaterp.hub.order.OrderDryRun;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares orders, or their payments: both are read in the same way. */
final class OrdersComparison implements Comparison {

  private final Subject subject;
  private final OrderDryRun orders;
  private final Function<ComparedOrder, @Nullable Difference> judge;

  private OrdersComparison(
      Subject subject, OrderDryRun orders, Function<ComparedOrder, @Nullable Difference> judge) {
    this.subject = subject;
    this.orders = orders;
    this.judge = judge;
  }

  static Comparison ofOrders(OrderDryRun orders) {
    return new OrdersComparison(Subject.ORDERS, orders, OrderDifferences::of);
  }

  static Comparison ofPayments(OrderDryRun orders) {
    return new OrdersComparison(Subject.PAYMENTS, orders, PaymentDifferences::of);
  }

  @Override
  public Subject subject() {
    return subject;
  }

  @Override
  public void compare(
      String account, Window window, Consumer<Difference> onDifference, Runnable onCompared) {
    orders.run(
        account,
        window.from(),
        window.to(),
        order -> {
          Difference found = judge.apply(order);
          if (found != null) {
            onDifference.accept(found);
          }
          onCompared.run();
        });
  }

  @Override
  public void prepare(Difference difference) {
    orders.readBack(difference.key().account(), difference.key().key());
  }
}
