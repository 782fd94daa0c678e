package com.wechaterp.hub.shipment;

/** What to do with a parcel whose courier WeChat's list does not have. */
public enum UnknownCourier {
  /** It waits until the name is mended, in the ERP or in {@code config/wechat/couriers.yaml}. */
  HOLD,
  /** It is sent as OTHERS, and the buyer cannot follow it in WeChat. */
  OTHERS
}
