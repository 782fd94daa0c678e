package com.wechaterp.hub.shippinginfo;

import java.util.List;

/**
 * The parcels of one payment as WeChat wants them.
 *
 * @param split whether it goes in several parcels [分拆发货]
 * @param all whether all is shipped with it
 */
record ReadyPart(
    PaymentKey key,
    LogisticsType logistics,
    boolean split,
    boolean all,
    List<ReadyPart.Parcel> parcels) {

  ReadyPart {
    parcels = List.copyOf(parcels);
  }

  /**
   * One parcel.
   *
   * @param courierId WeChat's id of the courier; empty where none is needed
   */
  record Parcel(String courierId, String trackingNo, String itemDesc) {

    @Override
    public String toString() {
      return courierId + "/" + trackingNo;
    }
  }
}
