package com.wechaterp.hub.shipment;

import java.time.Instant;
import java.util.List;

/**
 * What the hub remembers of a parcel it sent. A shipment without parcels is remembered with empty
 * ids.
 *
 * @param deliveryId WeChat's id of the courier
 * @param goods what was in it; empty if that is not known
 * @param state how far it came
 * @param changedAt when it came so far
 * @param told what the ERP was told of it last
 */
record SentParcel(
    String deliveryId,
    String waybillId,
    List<Goods> goods,
    SentParcel.State state,
    Instant changedAt,
    String told) {

  SentParcel {
    goods = List.copyOf(goods);
  }

  /** How far a parcel came. */
  enum State {
    /** The call was begun; whether it arrived, WeChat's order tells. */
    BEGUN,
    /** WeChat has it. */
    SENT
  }

  boolean is(String courierId, String waybill) {
    return deliveryId.equals(courierId) && waybillId.equals(waybill);
  }

  /** Returns whether it stands for a shipment without parcels. */
  boolean isWithoutWaybill() {
    return deliveryId.isEmpty() && waybillId.isEmpty();
  }
}
