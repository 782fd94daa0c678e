package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Coupons that buyers hold. */
class UserCouponOperations implements OperationFamily {

  /** Of the sister product (enum coupon.status): 100 生效中, 101 已过期, 102 已使用. */
  static final int VALID = 100;

  private static final int EXPIRED = 101;
  private static final int USED = 102;
  private static final String KIND = "usercoupon";

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of(
        "shop/coupon/add_user_coupon", this::add,
        "shop/coupon/get_usercoupon_list", this::list,
        "shop/coupon/update_user_coupon", this::update,
        "shop/coupon/update_usercoupon_status", this::updateStatus);
  }

  private Map<String, Object> add(Shop shop, Map<String, Object> request) {
    Map<String, Object> held = Fields.object(request.get("user_coupon"));
    Map<String, Object> coupon = CouponOperations.require(shop, Fields.text(held, "out_coupon_id"));
    if (Fields.number(coupon, "status") != CouponOperations.EFFECTIVE) {
      throw new SandboxError(9401020, "参数有误: 优惠券未生效");
    }
    long status = stated(held);
    long received = Fields.number(request, "recv_time");
    give(
        shop,
        Fields.text(request, "openid"),
        coupon,
        Fields.text(held, "out_user_coupon_id"),
        status,
        received == 0 ? shop.clock().now().getEpochSecond() : received);
    return Map.of();
  }

  private static long stated(Map<String, Object> fields) {
    long status = Fields.number(fields, "status");
    if (status < VALID || status > USED) {
      throw new SandboxError(9401020, "参数有误: status");
    }
    return status;
  }

  /** Gives a buyer a coupon; one given already stays as it is (WeChat docs, error codes [错误码]). */
  static void give(
      Shop shop,
      String openid,
      Map<String, Object> coupon,
      String userCouponId,
      long status,
      long received) {
    if (shop.get(KIND, key(openid, userCouponId)) != null) {
      return;
    }
    Map<String, Object> held =
        Fields.of(
            "out_user_coupon_id", userCouponId,
            "openid", openid,
            "out_coupon_id", coupon.get("out_coupon_id"),
            "status", status,
            "recv_time", received,
            "create_time", shop.clock().now().getEpochSecond(),
            "ext_info", Fields.of());
    Map<String, Object> valid =
        Fields.object(Fields.object(coupon.get("coupon_info")).get("valid_info"));
    switch ((int) Fields.number(valid, "valid_type")) {
      case 1 -> until(held, Fields.number(valid, "start_time"), Fields.number(valid, "end_time"));
      case 2 ->
          until(
              held,
              received,
              received + Duration.ofDays(Fields.number(valid, "valid_day_num")).toSeconds());
      default -> until(held, received, received + Fields.number(valid, "valid_second"));
    }
    save(shop, held);
  }

  private static void until(Map<String, Object> held, long start, long end) {
    held.put("start_time", start);
    held.put("end_time", end);
  }

  private static String key(String openid, String userCouponId) {
    return openid + '/' + userCouponId;
  }

  private static void save(Shop shop, Map<String, Object> held) {
    held.put("update_time", shop.clock().now().getEpochSecond());
    shop.put(KIND, key(Fields.text(held, "openid"), Fields.text(held, "out_user_coupon_id")), held);
  }

  private Map<String, Object> list(Shop shop, Map<String, Object> request) {
    List<Map<String, Object>> all =
        shop.all(KIND).stream()
            .filter(one -> Fields.text(one, "openid").equals(Fields.text(request, "openid")))
            .sorted(Comparator.comparing(one -> Fields.text(one, "out_user_coupon_id")))
            .map(one -> shown(shop, one))
            .toList();
    return Fields.of(
        "total_num", all.size(), "result_list", Page.offset(all, request, "page_size"));
  }

  private static Map<String, Object> shown(Shop shop, Map<String, Object> held) {
    Map<String, Object> shown = Fields.copy(held);
    shown.remove("recv_time");
    boolean over = Fields.number(held, "end_time") <= shop.clock().now().getEpochSecond();
    if (over && Fields.number(held, "status") == VALID) {
      shown.put("status", EXPIRED);
    }
    return shown;
  }

  private static Map<String, Object> require(
      Shop shop, Map<String, Object> request, Map<String, Object> named) {
    Map<String, Object> held =
        shop.get(
            KIND, key(Fields.text(request, "openid"), Fields.text(named, "out_user_coupon_id")));
    if (held == null
        || !Fields.text(held, "out_coupon_id").equals(Fields.text(named, "out_coupon_id"))) {
      throw new SandboxError(9401020, "参数有误: 用户优惠券不存在");
    }
    return held;
  }

  private Map<String, Object> update(Shop shop, Map<String, Object> request) {
    Map<String, Object> changed = Fields.object(request.get("user_coupon"));
    Map<String, Object> held = require(shop, request, changed);
    held.put("ext_info", Fields.copy(Fields.object(changed.get("ext_info"))));
    held.put("recv_time", Fields.number(request, "recv_time"));
    save(shop, held);
    return Map.of();
  }

  private Map<String, Object> updateStatus(Shop shop, Map<String, Object> request) {
    Map<String, Object> held = require(shop, request, request);
    long status = stated(request);
    held.put("status", status);
    if (status == USED) {
      Fields.within(held, "ext_info").putIfAbsent("use_time", shop.clock().now().getEpochSecond());
    }
    save(shop, held);
    return Map.of();
  }
}
