package com.wechaterp.hub.product;

import com.wechaterp.hub.link.ProductLink;
import com.wechaterp.hub.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * One product as both sides have it.
 *
 * @param link what the hub knows of it at WeChat
 * @param seen what WeChat says of it now; null if only the ERP was asked
 * @param wanted the product as the ERP has it; null if it was not asked, or has none
 * @param plan what the hub would do
 */
public record ComparedProduct(
    ProductLink link, @Nullable ProductLink seen, @Nullable Product wanted, Plan plan) {

  /** Returns whether WeChat moved on without the hub. */
  public boolean movedOn() {
    return seen != null && !seen.submitTime(link.submitTime()).equals(link);
  }
}
