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

  /** Error code [SPU不存在]. */
  static final int NOT_FOUND = 9401002;

  /** Error codes [商品id已存在] and [SPU已经存在]. */
  private static final Set<Integer> EXISTS = Set.of(1000012, 9401001);

  private SpuOperation() {}

  /** Returns whether an error code says that the product exists already. */
  static boolean exists(int errcode) {
    return EXISTS.contains(errcode);
  }

  /** Returns whether the operation costs the audit allowance. */
  static boolean audited(String operation) {
    return operation.equals(ADD) || operation.equals(UPDATE);
  }
}
