package com.wechaterp.hub.shippinginfo;

/**
 * One parcel of a payment.
 *
 * @param courier the courier as the ERP writes it; empty where none is needed
 * @param trackingNo the tracking number, empty as long as the ERP has none
 * @param itemDesc what is in it, empty if the ERP does not tell
 */
record TradeParcel(String courier, String trackingNo, String itemDesc) {

  /** Returns what a person knows it by. */
  String name() {
    String name = (courier + "/" + trackingNo).replaceAll("^/|/$", "");
    return name.isEmpty() ? "-" : name;
  }
}
