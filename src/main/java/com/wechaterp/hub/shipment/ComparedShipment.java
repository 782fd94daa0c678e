package com.wechaterp.hub.shipment;

import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * What was shipped of one order, as both sides have it.
 *
 * @param account the WeChat account
 * @param outOrderId the merchant's id
 * @param wanted what the ERP shipped; null if nothing, or its rows cannot be read
 * @param known the order as WeChat has it; null if it was not asked
 * @param plan what the hub would do
 */
public record ComparedShipment(
    String account,
    String outOrderId,
    @Nullable Shipment wanted,
    @Nullable KnownOrder known,
    Plan plan) {

  /** Names the order without its buyer. */
  @Override
  public String toString() {
    return "ComparedShipment[" + account + "/" + outOrderId + "]";
  }
}
