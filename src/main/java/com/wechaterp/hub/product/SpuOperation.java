package com.wechaterp.hub.product;

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

  private SpuOperation() {}

  /** Returns whether the operation costs the audit allowance. */
  static boolean audited(String operation) {
    return operation.equals(ADD) || operation.equals(UPDATE);
  }
}
