package com.wechaterp.hub.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The allowance that adding and updating products share, by hour and by day of China time. */
class ProductQuota {

  private final Map<String, Integer> used = new ConcurrentHashMap<>();
  private volatile int perHour;
  private volatile int perDay;

  ProductQuota(int perHour, int perDay) {
    this.perHour = perHour;
    this.perDay = perDay;
  }

  void limits(int hour, int day) {
    perHour = hour;
    perDay = day;
  }

  synchronized void take(Shop shop) {
    String day = shop.appId() + shop.clock().china().toLocalDate();
    String hour = day + "T" + shop.clock().china().getHour();
    if (used.getOrDefault(day, 0) >= perDay) {
      throw new SandboxError(45009, "reach max api daily quota limit");
    }
    if (used.getOrDefault(hour, 0) >= perHour) {
      throw new SandboxError(45011, "api minute-quota reach limit, must slower, retry next minute");
    }
    used.merge(day, 1, Integer::sum);
    used.merge(hour, 1, Integer::sum);
  }
}
