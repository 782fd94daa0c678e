package com.wechaterp.hub.shipment;

/** The platform operations a shipment needs. */
final class ShipmentOperation {

  static final String SEND = "shop/delivery/send";

  /** The platform spells it so. */
  static final String RECEIVE = "shop/delivery/recieve";

  private ShipmentOperation() {}
}
