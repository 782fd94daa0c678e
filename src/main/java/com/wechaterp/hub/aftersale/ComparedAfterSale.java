package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.work.WorkKey;
import org.jspecify.annotations.Nullable;

/**
 * One after-sale as both sides have it.
 *
 * @param key the key its flow works on
 * @param known the after-sale as WeChat has it; null if only the ERP asks for it
 * @param seen the after-sale as the ERP was told it last; null if it never was
 * @param plan what the hub would do
 */
public record ComparedAfterSale(
    WorkKey key, @Nullable AfterSale known, @Nullable SeenAfterSale seen, Plan plan) {

  /** Names the after-sale without its buyer. */
  @Override
  public String toString() {
    return "ComparedAfterSale[" + key + "]";
  }
}
