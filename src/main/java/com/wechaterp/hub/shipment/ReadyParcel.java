package com.wechaterp.hub.shipment;

import java.util.List;

/**
 * A parcel as WeChat wants it.
 *
 * @param deliveryId WeChat's id of the courier
 */
record ReadyParcel(String deliveryId, String waybillId, List<Goods> goods) {

  ReadyParcel {
    goods = List.copyOf(goods);
  }

  @Override
  public String toString() {
    return deliveryId + "/" + waybillId;
  }
}
