package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sharers (分享员) of a shop, and what they brought. */
final class Sharers {

  static final String KIND = "sharer";

  /** Enum sharer.bind_status. */
  static final int WAITING = 1;

  static final int LAPSED = 2;
  static final int BOUND = 3;
  static final int UNBOUND = 4;

  private Sharers() {}

  static Optional<Map<String, Object>> find(Shop shop, String openid) {
    return Optional.ofNullable(shop.get(KIND, openid));
  }

  static boolean is(Map<String, Object> sharer, int status) {
    return Fields.number(sharer, "bind_status") == status;
  }

  /** Changes where a sharer stands. */
  static void become(Shop shop, Map<String, Object> sharer, int status) {
    sharer.put("bind_status", status);
    if (status == BOUND) {
      sharer.put("bind_time", shop.clock().now().getEpochSecond());
    }
    shop.put(KIND, Fields.text(sharer, "openid"), sharer);
  }

  /** Returns the paid orders that a sharer brought, the newest first. */
  static List<Map<String, Object>> orders(Shop shop, String openid) {
    return shop.all(Orders.KIND).stream()
        .filter(order -> !Fields.text(Orders.payment(order), "pay_time").isEmpty())
        .filter(order -> Fields.text(promotion(order), "sharer_openid").equals(openid))
        .sorted((one, other) -> Long.compare(id(other), id(one)))
        .toList();
  }

  private static long id(Map<String, Object> order) {
    return Fields.number(order, "order_id");
  }

  static Map<String, Object> promotion(Map<String, Object> order) {
    return Fields.object(order.get("promotion_info"));
  }

  /** Returns which live an order came from: one a day for each promoter. */
  static String live(Map<String, Object> order) {
    String start = Fields.text(promotion(order), "live_start_time");
    return "live_"
        + Fields.text(promotion(order), "promoter_id")
        + "_"
        + (start.length() < 10 ? "" : start.substring(0, 10));
  }

  /** Returns what orders add up to, as the summaries say it. */
  static Map<String, Object> totals(List<Map<String, Object>> orders) {
    return Fields.of(
        "gmv",
        orders.stream().mapToLong(order -> Fields.number(Orders.price(order), "order_price")).sum(),
        "order_cnt",
        orders.size(),
        "user_cnt",
        orders.stream().map(order -> Fields.text(order, "openid")).distinct().count());
  }
}
