package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/** What a coupon must say, by its type (enums coupon.type and coupon.valid_type). */
final class CouponRules {

  private static final int MOST_PRODUCTS = 128;

  private CouponRules() {}

  /**
   * Passes a coupon that says all that its type needs.
   *
   * @throws SandboxError 40097 naming what is missing or wrong
   */
  static void check(Map<String, Object> coupon) {
    Map<String, Object> info = Fields.object(coupon.get("coupon_info"));
    Map<String, Object> discount = Fields.object(info.get("discount_info"));
    Map<String, Object> condition = Fields.object(discount.get("discount_condition"));
    long type = Fields.number(coupon, "type");
    require(!Fields.text(info, "name").isEmpty(), "name");
    if (!info.containsKey("discount_info")) {
      throw new SandboxError(1090049, "请求缺少discount_info");
    }
    switch ((int) type % 100) {
      case 1 -> {
        require(Fields.number(condition, "product_cnt") > 0, "product_cnt");
        requireDiscount(discount);
      }
      case 2 -> {
        require(Fields.number(condition, "product_price") > 0, "product_price");
        require(Fields.number(discount, "discount_fee") > 0, "discount_fee");
      }
      case 3 -> requireDiscount(discount);
      case 4 -> require(Fields.number(discount, "discount_fee") > 0, "discount_fee");
      case 5 -> require(condition.containsKey("tradein_info"), "tradein_info");
      default -> require(condition.containsKey("buyget_info"), "buyget_info");
    }
    List<String> products = Fields.texts(condition.get("out_product_ids"));
    require(products.size() <= MOST_PRODUCTS, "out_product_ids");
    if (type <= 4 && products.isEmpty()) {
      throw new SandboxError(1090011, "商品券缺少商品");
    }
    checkValidity(Fields.object(info.get("valid_info")));
  }

  /** A discount is what is left to pay, in parts of ten thousand: 5100 is 5.1 折. */
  private static void requireDiscount(Map<String, Object> discount) {
    long number = Fields.number(discount, "discount_num");
    require(number >= 1000 && number <= 10_000, "discount_num");
  }

  private static void checkValidity(Map<String, Object> valid) {
    switch ((int) Fields.number(valid, "valid_type")) {
      case 1 ->
          require(
              Fields.number(valid, "start_time") < Fields.number(valid, "end_time"), "end_time");
      case 2 -> require(Fields.number(valid, "valid_day_num") > 0, "valid_day_num");
      default -> require(Fields.number(valid, "valid_second") > 0, "valid_second");
    }
  }

  private static void require(boolean right, String field) {
    if (!right) {
      throw new SandboxError(40097, "invalid args: coupon_info." + field);
    }
  }
}
