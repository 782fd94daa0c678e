package com.wechaterp.hub.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.dao.OptimisticLockingFailureException;

/** The links of orders; all methods join the caller's transaction. */
public interface OrderLinks {

  /** Returns the link, {@link OrderLink#unknown} if there is none. */
  OrderLink of(String account, String outOrderId);

  /** Returns the link of WeChat's order id. */
  Optional<OrderLink> ofOrderId(String account, String orderId);

  /**
   * Stores a link and returns it with its next version.
   *
   * @throws org.springframework.dao.OptimisticLockingFailureException if somebody else changed it
   */
  OrderLink save(OrderLink link);

  /**
   * Changes a link that others change as well: payments, shipments and after-sales look at the same
   * order. Outside a transaction, as the change is tried again on what the others left.
   *
   * @return the link as it is stored then; nothing is written if the change makes no difference
   */
  default OrderLink change(String account, String outOrderId, UnaryOperator<OrderLink> change) {
    for (int attempt = 1; ; attempt++) {
      OrderLink before = of(account, outOrderId);
      OrderLink after = change.apply(before);
      try {
        return after.equals(before) ? before : save(after);
      } catch (OptimisticLockingFailureException e) {
        if (attempt == 5) {
          throw e;
        }
      }
    }
  }

  /**
   * Returns an account's links in some states that neither changed nor were looked at since a time,
   * longest ago first.
   */
  List<OrderLink> untouchedSince(String account, List<OrderStatus> states, Instant time, int limit);

  /** Notes that WeChat was asked about the order now, whether anything changed or not. */
  void looked(String account, String outOrderId);

  /** Notes that a row of the ERP has taken the order's payment. */
  void paymentTaken(String account, String outOrderId);

  /** Returns whether a row of the ERP once took the order's payment. */
  boolean isPaymentTaken(String account, String outOrderId);

  /**
   * Returns unpaid orders WeChat was last asked about before a time, longest ago first, over all
   * accounts.
   */
  List<OrderLink> unpaidNotLookedAtSince(Instant before, int limit);
}
