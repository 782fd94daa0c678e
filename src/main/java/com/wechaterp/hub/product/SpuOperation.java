package com.wechaterp.hub.product;

import java.util.Set;

/** The platform operations a product needs. */
final class SpuOperation {

  static final String ADD = "shop/spu/add";
  static final String UPDATE = "shop/spu/update";
  static final String UPDATE_WITHOUT_AUDIT = "shop/spu/update_without_audit";
  static final String LISTING = "shop/spu/listing";
  static final String DELISTING = "shop/spu/delisting";
  static final String DEL_AUDIT = "shop/spu/del_audit";
  static final String DEL = "shop/spu/del";
  static final String GET = "shop/spu/get";

  /** What costs the audit allowance. */
  static final Set<String> AUDITED = Set.of(ADD, UPDATE);

  /** Of one product within an hour (error code [该商品近1小时内提审次数超过频率限制]). */
  static final int SUBMITTED_TOO_OFTEN = 1000019;

  /**
   * What opens up beside the product: a category's papers, a brand, the deposit, the scene (error
   * codes 1000005, 1000006, 1000021, 1000042).
   */
  static final Set<Integer> NOT_OPEN = Set.of(1000005, 1000006, 1000021, 1000042);

  /** Error codes [SPU不存在] and [商品id不存在]. */
  private static final Set<Integer> MISSING = Set.of(9401002, 1000011);

  /** Error codes [商品id已存在] and [SPU已经存在]. */
  private static final Set<Integer> EXISTS = Set.of(1000012, 9401001);

  private SpuOperation() {}

  /** Returns whether an error code says that there is no such product. */
  static boolean missing(int errcode) {
    return MISSING.contains(errcode);
  }

  /** Returns whether an error code says that the product exists already. */
  static boolean exists(int errcode) {
    return EXISTS.contains(errcode);
  }

  /** Returns whether the operation costs the audit allowance. */
  static boolean audited(String operation) {
    return AUDITED.contains(operation);
  }
}
