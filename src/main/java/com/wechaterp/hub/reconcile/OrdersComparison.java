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
  private final int unfinished;
  private final Function<ComparedOrder, @Nullable Difference> judge;

  private OrdersComparison(
      Subject subject,
      OrderDryRun orders,
      int unfinished,
      Function<ComparedOrder, @Nullable Difference> judge) {
    this.subject = subject;
    this.orders = orders;
    this.unfinished = unfinished;
    this.judge = judge;
  }

  /**
   * Compares orders.
   *
   * @param unfinished how many orders from before a window are read back that have not ended
   */
  static Comparison ofOrders(OrderDryRun orders, int unfinished) {
    return new OrdersComparison(Subject.ORDERS, orders, unfinished, OrderDifferences::of);
  }

  static Comparison ofPayments(OrderDryRun orders) {
    return new OrdersComparison(Subject.PAYMENTS, orders, 0, PaymentDifferences::of);
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
        unfinished,
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
