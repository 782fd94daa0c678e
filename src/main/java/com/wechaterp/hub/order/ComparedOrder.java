package com.wechaterp.hub.order;

import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * One order as both sides have it.
 *
 * @param account the WeChat account
 * @param outOrderId the merchant's id
 * @param ofTheErp the order as the ERP has it; null if it has none or its rows cannot be read
 * @param link what the hub remembers of it
 * @param known the order as WeChat has it; null if it has none
 * @param plan what the hub would do
 */
public record ComparedOrder(
    String account,
    String outOrderId,
    @Nullable Order ofTheErp,
    OrderLink link,
    @Nullable KnownOrder known,
    Plan plan) {

  /** Names the order without its buyer. */
  @Override
  public String toString() {
    return "ComparedOrder[" + account + "/" + outOrderId + "]";
  }
}
