package com.wechaterp.hub.sandbox;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task of joining: proven by real use first, declared finished after (WeChat docs, joining
 * [接入流程]).
 */
enum AccessTask {
  /** 完成spu接口. */
  PRODUCT(6, "spu_audit_finished", "spu_audit_success"),
  /** 完成订单接口, fund_type 0. */
  ORDER(7, "pay_order_finished", "pay_order_success"),
  /** 完成物流接口. */
  DELIVERY(8, "send_delivery_finished", "send_delivery_success"),
  /** 完成售后接口, the older one. */
  AFTERSALE(9, "add_aftersale_finished", "add_aftersale_success"),
  /** 测试完成, which the merchant says without proof. */
  TESTED(10, "test_api_finished", null),
  /** 发版完成, which the merchant says without proof. */
  RELEASED(11, "deploy_wxa_finished", null),
  /** 完成二级商户号订单, fund_type 1. */
  EC_ORDER(19, "ec_order_finished", "ec_order_success"),
  /** 完成二级商户号售后. */
  EC_AFTERSALE(20, "ec_after_sale_finished", "ec_after_sale_success");

  /** The calls whose success is the proof; a product must pass, and an order be paid, besides. */
  private static final Map<String, AccessTask> PROOFS =
      Map.of(
          "shop/delivery/send", DELIVERY,
          "shop/aftersale/add", AFTERSALE,
          "shop/ecaftersale/add", EC_AFTERSALE,
          "shop/ecaftersale/acceptrefund", EC_AFTERSALE,
          "shop/ecaftersale/acceptreturn", EC_AFTERSALE,
          "shop/ecaftersale/reject", EC_AFTERSALE);

  private final int item;
  private final String finished;
  private final @Nullable String success;

  AccessTask(int item, String finished, @Nullable String success) {
    this.item = item;
    this.finished = finished;
    this.success = success;
  }

  /** Returns the flag that finish_access_info sets. */
  String finished() {
    return finished;
  }

  /** Returns the flag that real use sets. */
  Optional<String> success() {
    return Optional.ofNullable(success);
  }

  /** Returns the task that a successful call proves. */
  static Optional<AccessTask> provenBy(String operation) {
    return Optional.ofNullable(PROOFS.get(operation));
  }

  /** Returns the task of an access_info_item. */
  static Optional<AccessTask> of(long item) {
    return Arrays.stream(values()).filter(task -> task.item == item).findAny();
  }
}
