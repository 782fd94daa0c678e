package com.wechaterp.hub.sandbox;

import java.util.Map;

/** Lets the time pass for one after-sale, a few times a day (ecaftersale/merchanttest). */
class MerchantTest {

  private static final int MOST_A_DAY = 10;
  private static final String KIND = "merchanttest";

  private final AfterSaleLife life;

  MerchantTest(AfterSaleLife life) {
    this.life = life;
  }

  /** The operation is the name of an overdue event, which the contract knows. */
  Map<String, Object> force(Shop shop, Map<String, Object> request) {
    Map<String, Object> aftersale = AfterSales.named(shop, request);
    if (!AfterSaleLife.overdueEvent(aftersale).equals(Fields.text(request, "operation"))) {
      throw AfterSaleState.notAllowed();
    }
    count(shop);
    life.overdue(shop, aftersale);
    return Map.of();
  }

  private static void count(Shop shop) {
    String day = shop.clock().wire().substring(0, 10);
    long used = Fields.number(Fields.object(shop.get(KIND, day)), "used");
    if (used >= MOST_A_DAY) {
      throw new SandboxError(45009, "reach max api daily quota limit");
    }
    shop.put(KIND, day, Fields.of("used", used + 1));
  }
}
