package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The allowance that adding and updating products share, by hour and by day of China time, and that
 * of each product within an hour.
 */
class ProductQuota {

  private static final Duration HOUR = Duration.ofHours(1);

  private final Map<String, Integer> used = new ConcurrentHashMap<>();
  private final Map<String, Deque<Instant>> submitted = new ConcurrentHashMap<>();
  private volatile int perHour;
  private volatile int perDay;
  private volatile int ofOneProduct;

  ProductQuota(int perHour, int perDay, int ofOneProduct) {
    this.perHour = perHour;
    this.perDay = perDay;
    this.ofOneProduct = ofOneProduct;
  }

  void limits(int hour, int day, int product) {
    perHour = hour;
    perDay = day;
    ofOneProduct = product;
  }

  int ofOneProduct() {
    return ofOneProduct;
  }

  synchronized void take(Shop shop, String outProductId) {
    String day = shop.appId() + shop.clock().china().toLocalDate();
    String hour = day + "T" + shop.clock().china().getHour();
    if (used.getOrDefault(day, 0) >= perDay) {
      throw new SandboxError(45009, "reach max api daily quota limit");
    }
    if (used.getOrDefault(hour, 0) >= perHour) {
      throw new SandboxError(45011, "api minute-quota reach limit, must slower, retry next minute");
    }
    Deque<Instant> ofProduct = withinTheHour(shop, outProductId);
    if (ofProduct.size() >= ofOneProduct) {
      throw new SandboxError(1000019, "该商品近1小时内提审次数超过频率限制");
    }
    used.merge(day, 1, Integer::sum);
    used.merge(hour, 1, Integer::sum);
    ofProduct.add(shop.clock().now());
  }

  private Deque<Instant> withinTheHour(Shop shop, String outProductId) {
    Deque<Instant> times =
        submitted.computeIfAbsent(shop.appId() + "/" + outProductId, key -> new ArrayDeque<>());
    Instant since = shop.clock().now().minus(HOUR);
    times.removeIf(time -> !time.isAfter(since));
    return times;
  }
}
