package com.wechaterp.hub.coupon;

import com.wechaterp.hub.document.Columns;
import com.wechaterp.hub.document.Findings;
import com.wechaterp.hub.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Coupon} of the ERP's document, with WeChat's limits checked first. */
final class CouponReader {

  private static final int PRODUCTS = 128;
  private static final long LEAST_FACTOR = 1000;
  private static final long MOST_FACTOR = 10_000;
  private static final long LIVE = 4;

  private CouponReader() {}

  /**
   * Returns the coupon, or null if there is no document.
   *
   * @throws com.wechaterp.hub.plan.HoldException if something is wrong, all of it named
   */
  static @Nullable Coupon read(@Nullable Map<String, ?> document) {
    if (document == null) {
      return null;
    }
    String key = String.valueOf(document.get("out_coupon_id"));
    Columns columns = new Columns("coupon", key, document);
    long promote = columns.number("promote_type", LIVE);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("out_coupon_id", key);
    body.put("type", columns.number("type"));
    body.put("promote_type", promote);
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("name", columns.text("name"));
    info.put("discount_info", discount(columns));
    info.put("promote_info", promotion(columns, promote));
    info.put("receive_info", receive(columns));
    info.put("valid_info", validity(columns));
    body.put("coupon_info", info);
    Coupon coupon =
        new Coupon(
            key,
            body,
            columns.number("status", -1),
            columns.number("issued_num", -1),
            columns.number("receive_num", 0),
            columns.extra());
    columns.end();
    Findings.holdIfAny("coupon", key, limits(key, columns));
    return coupon;
  }

  private static Map<String, Object> discount(Columns columns) {
    Map<String, Object> condition = new LinkedHashMap<>();
    number(condition, "product_cnt", columns);
    number(condition, "product_price", columns);
    if (!columns.texts("out_product_ids").isEmpty()) {
      condition.put("out_product_ids", columns.texts("out_product_ids"));
    }
    if (!columns.text("tradein_out_product_id").isEmpty()) {
      condition.put(
          "tradein_info",
          Map.of(
              "out_product_id", columns.text("tradein_out_product_id"),
              "price", columns.number("tradein_price", 0)));
    }
    if (!columns.text("buy_out_product_id").isEmpty()) {
      condition.put(
          "buyget_info",
          Map.of(
              "buy_out_product_id", columns.text("buy_out_product_id"),
              "buy_product_cnt", columns.number("buy_product_cnt", 1),
              "get_out_product_id", columns.text("get_out_product_id"),
              "get_product_cnt", columns.number("get_product_cnt", 1)));
    }
    Map<String, Object> discount = new LinkedHashMap<>();
    discount.put("discount_condition", condition);
    number(discount, "discount_fee", columns);
    number(discount, "discount_num", columns);
    return discount;
  }

  private static Map<String, Object> promotion(Columns columns, long promote) {
    Map<String, Object> promotion = new LinkedHashMap<>();
    promotion.put("promote_type", promote);
    if (!columns.text("finder_nickname").isEmpty()) {
      promotion.put("finder", Map.of("nickname", columns.text("finder_nickname")));
    }
    return promotion;
  }

  private static Map<String, Object> receive(Columns columns) {
    Map<String, Object> receive = new LinkedHashMap<>();
    number(receive, "limit_num_one_person", columns);
    number(receive, "total_num", columns);
    seconds(receive, "start_time", columns.time("receive_start_time"));
    seconds(receive, "end_time", columns.time("receive_end_time"));
    return receive;
  }

  private static Map<String, Object> validity(Columns columns) {
    Map<String, Object> validity = new LinkedHashMap<>();
    validity.put("valid_type", columns.number("valid_type"));
    number(validity, "valid_day_num", columns);
    number(validity, "valid_second", columns);
    seconds(validity, "start_time", columns.time("valid_start_time"));
    seconds(validity, "end_time", columns.time("valid_end_time"));
    return validity;
  }

  private static void number(Map<String, Object> into, String name, Columns columns) {
    long value = columns.number(name, -1);
    if (value >= 0) {
      into.put(name, value);
    }
  }

  private static void seconds(Map<String, Object> into, String name, @Nullable Instant time) {
    if (time != null) {
      into.put(name, time.getEpochSecond());
    }
  }

  private static List<Problem> limits(String key, Columns columns) {
    List<Problem> found = new ArrayList<>();
    int products = columns.texts("out_product_ids").size();
    if (products > PRODUCTS) {
      found.add(limit(key, "out_product_ids", products, 0, PRODUCTS));
    }
    long factor = columns.number("discount_num", LEAST_FACTOR);
    if (factor < LEAST_FACTOR || factor > MOST_FACTOR) {
      found.add(limit(key, "discount_num", factor, LEAST_FACTOR, MOST_FACTOR));
    }
    if (columns.text("name").isBlank()) {
      found.add(limit(key, "name", 0, 1, PRODUCTS));
    }
    return found;
  }

  private static Problem limit(String key, String field, long found, long least, long most) {
    return Problem.of(
        "coupon-limit", "key", key, "field", field, "found", found, "least", least, "most", most);
  }
}
