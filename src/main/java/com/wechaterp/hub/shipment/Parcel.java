package com.wechaterp.hub.shipment;

import java.util.List;

/**
 * One parcel of a shipment.
 *
 * @param courier the courier as the ERP writes it: an id, a name or an alias
 * @param waybillId the tracking number, empty as long as the ERP has none
 * @param goods what is in it; empty if the ERP ships orders as a whole
 */
public record Parcel(String courier, String waybillId, List<Goods> goods) {

  public Parcel {
    goods = List.copyOf(goods);
  }

  /** Returns what a person knows it by. */
  String name() {
    return (courier + "/" + waybillId).replaceAll("^/|/$", "");
  }

  /** Returns this parcel with its goods. */
  Parcel with(List<Goods> all) {
    return new Parcel(courier, waybillId, all);
  }
}
