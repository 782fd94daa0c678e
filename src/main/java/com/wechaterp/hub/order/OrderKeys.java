package com.wechaterp.hub.order;

import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.work.WorkHeaders;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import org.apache.camel.Header;

/**
 * Finds the merchant's order of an event that names only WeChat's: its key is {@code wx:} and that
 * id.
 */
public class OrderKeys {

  private static final String PREFIX = "wx:";

  private final OrderLinks links;
  private final WorkList work;

  OrderKeys(OrderLinks links, WorkList work) {
    this.links = links;
    this.work = work;
  }

  /**
   * Marks the order under its own id, so that one worker at a time has it, whatever named it.
   *
   * @throws HoldException if the hub knows no such order
   */
  public void resolve(
      @Header(WorkHeaders.FLOW) String flow,
      @Header(WorkHeaders.ACCOUNT) String account,
      @Header(WorkHeaders.KEY) String key) {
    String orderId = key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key;
    OrderLink link =
        links
            .ofOrderId(account, orderId)
            .orElseThrow(
                () ->
                    new HoldException(
                        Hold.of(
                            Problem.of("order-unknown-id", "key", key, "order", orderId),
                            Release.PERSON)));
    work.mark(
        new WorkKey(flow, account, link.outOrderId()),
        WorkPriority.EVENT,
        "event with WeChat's id " + orderId);
  }
}
