package com.wechaterp.hub.aftersale;

import java.util.Set;

/** The platform operations an after-sale needs. */
final class AfterSaleOperation {

  static final String ADD = "shop/ecaftersale/add";
  static final String UPDATE = "shop/ecaftersale/update";
  static final String CANCEL = "shop/ecaftersale/cancel";
  static final String UPLOAD_RETURN_INFO = "shop/ecaftersale/uploadreturninfo";
  static final String ACCEPT_REFUND = "shop/ecaftersale/acceptrefund";
  static final String ACCEPT_RETURN = "shop/ecaftersale/acceptreturn";
  static final String MERCHANT_UPDATE = "shop/ecaftersale/merchantupdate";
  static final String REJECT = "shop/ecaftersale/reject";
  static final String UPLOAD_CERTIFICATES = "shop/ecaftersale/upload_certificates";
  static final String GET = "shop/ecaftersale/get";
  static final String GET_LIST = "shop/ecaftersale/get_list";

  static final String ADD_V1 = "shop/aftersale/add";
  static final String UPDATE_V1 = "shop/aftersale/update";
  static final String GET_V1 = "shop/aftersale/get";
  static final String UPDATE_DEADLINE = "shop/aftersale/update_deadline";

  /** Error code [不能执行该操作,请检查当前状态]. */
  static final int WRONG_STATE = 2747008;

  /** Error code [商品不能发起售后], for one running, too many of a SKU, or the period being over. */
  static final int GOODS_REFUSED = 2747020;

  /** What costs one of a ticket's submissions (WeChat docs, limits [限额]). */
  static final Set<String> SUBMISSIONS = Set.of(ADD, UPDATE);

  /** What records an after-sale in the older contract. */
  static final Set<String> RECORDS = Set.of(ADD_V1, UPDATE_V1);

  private AfterSaleOperation() {}
}
