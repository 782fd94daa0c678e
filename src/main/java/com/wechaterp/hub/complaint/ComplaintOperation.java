package com.wechaterp.hub.complaint;

/** The platform operations a dispute needs. */
final class ComplaintOperation {

  static final String GET = "shop/complaint/get";
  static final String GET_LIST = "shop/complaint/get_list";
  static final String UPLOAD_MATERIAL = "shop/complaint/upload_material";

  private ComplaintOperation() {}
}
