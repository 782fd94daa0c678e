package com.wechaterp.hub.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
   * Returns links in some states that were last changed before a time, longest ago first, over all
   * accounts.
   */
  List<OrderLink> inStates(List<OrderStatus> states, Instant before, int limit);
}
