package com.wechaterp.hub.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Coupons that buyers may claim in the live room, and their stock. */
class CouponOperations implements OperationFamily {

  static final String KIND = "coupon";

  /** Of the sister product (enum coupon.status): 1 未生效, 2 生效, 3 已过期, 4 已作废, 5 删除. */
  static final int INITIAL = 1;

  static final int EFFECTIVE = 2;
  private static final int VOID = 4;
  private static final int DELETED = 5;

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of(
        "shop/coupon/add", this::add,
        "shop/coupon/get", this::get,
        "shop/coupon/get_list", this::list,
        "shop/coupon/update", this::update,
        "shop/coupon/update_status", this::updateStatus,
        "shop/coupon/update_coupon_stock", this::updateStock);
  }

  /**
   * Returns a coupon.
   *
   * @throws SandboxError if there is none
   */
  static Map<String, Object> require(Shop shop, String id) {
    Map<String, Object> coupon = shop.get(KIND, id);
    if (coupon == null || Fields.number(coupon, "status") == DELETED) {
      throw new SandboxError(9401020, "参数有误: 优惠券不存在");
    }
    return coupon;
  }

  private Map<String, Object> add(Shop shop, Map<String, Object> request) {
    Map<String, Object> coupon = Fields.copy(Fields.object(request.get("coupon")));
    CouponRules.check(coupon);
    if (shop.get(KIND, Fields.text(coupon, "out_coupon_id")) != null) {
      throw new SandboxError(9401020, "参数有误: 优惠券已存在");
    }
    coupon.put("seq", shop.nextId());
    coupon.put("appid", shop.appId());
    coupon.put("status", INITIAL);
    coupon.put("create_time", shop.clock().now().getEpochSecond());
    save(shop, coupon);
    return Map.of();
  }

  private static void save(Shop shop, Map<String, Object> coupon) {
    coupon.put("update_time", shop.clock().now().getEpochSecond());
    shop.put(KIND, Fields.text(coupon, "out_coupon_id"), coupon);
  }

  private Map<String, Object> get(Shop shop, Map<String, Object> request) {
    Map<String, Object> coupon = require(shop, Fields.text(request, "out_coupon_id"));
    return Fields.of("result", Fields.of("coupon", shown(coupon)));
  }

  private static Map<String, Object> shown(Map<String, Object> coupon) {
    Map<String, Object> shown = Fields.copy(coupon);
    shown.remove("seq");
    shown.remove("stock");
    return shown;
  }

  private Map<String, Object> list(Shop shop, Map<String, Object> request) {
    List<Map<String, Object>> all =
        shop.all(KIND).stream()
            .filter(coupon -> Fields.number(coupon, "status") != DELETED)
            .sorted(Comparator.comparing(coupon -> Fields.number(coupon, "seq")))
            .toList();
    return Fields.of(
        "total_num",
        all.size(),
        "result_list",
        Page.offset(all, request, "page_size").stream()
            .map(coupon -> Fields.of("coupon", shown(coupon), "coupon_stock", coupon.get("stock")))
            .toList());
  }

  private Map<String, Object> update(Shop shop, Map<String, Object> request) {
    Map<String, Object> changed = Fields.copy(Fields.object(request.get("coupon")));
    Map<String, Object> coupon = require(shop, Fields.text(changed, "out_coupon_id"));
    CouponRules.check(changed);
    coupon.putAll(changed);
    save(shop, coupon);
    return Map.of();
  }

  private Map<String, Object> updateStatus(Shop shop, Map<String, Object> request) {
    Map<String, Object> coupon = require(shop, Fields.text(request, "out_coupon_id"));
    long status = Fields.number(request, "status");
    boolean over = Fields.number(coupon, "status") == VOID && status != DELETED;
    if (status < INITIAL || status > DELETED || over) {
      throw new SandboxError(9401020, "参数有误: status");
    }
    if (status == EFFECTIVE) {
      Fields.within(Fields.within(coupon, "coupon_info"), "ext_info")
          .put("valid_time", shop.clock().now().getEpochSecond());
    }
    coupon.put("status", status);
    save(shop, coupon);
    return Map.of();
  }

  private Map<String, Object> updateStock(Shop shop, Map<String, Object> request) {
    Map<String, Object> changed = Fields.object(request.get("coupon_stock"));
    Map<String, Object> coupon = require(shop, Fields.text(changed, "out_coupon_id"));
    Map<String, Object> figures = Fields.object(changed.get("stock_info"));
    if (Fields.number(figures, "issued_num") < 0 || Fields.number(figures, "receive_num") < 0) {
      throw new SandboxError(40097, "invalid args: stock_info");
    }
    if (Fields.number(coupon, "status") != EFFECTIVE) {
      throw new SandboxError(1090005, "优惠券库存不存在");
    }
    long now = shop.clock().now().getEpochSecond();
    Map<String, Object> stock = Fields.within(coupon, "stock");
    stock.putIfAbsent("create_time", now);
    stock.put("out_coupon_id", coupon.get("out_coupon_id"));
    stock.put("stock_info", Fields.copy(figures));
    stock.put("update_time", now);
    save(shop, coupon);
    return Map.of();
  }
}
