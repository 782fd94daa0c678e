package com.wechaterp.hub.shipment;

import com.wechaterp.hub.document.ExtraFields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the merchant shipped of one order.
 *
 * @param outOrderId the merchant's order
 * @param openid the buyer, empty if the ERP does not tell
 * @param deliveryType how it reaches the buyer, as WeChat numbers it; 0 as the order says
 * @param parcels the parcels; empty where no courier is needed
 * @param finishAllDelivery whether all is shipped; null to go by the quantities
 * @param shipDoneTime when it was shipped; null if the ERP does not tell
 * @param received whether the ERP knows that the buyer has received it
 * @param extra what the pack gives beside the columns of its port
 */
public record Shipment(
    String outOrderId,
    String openid,
    int deliveryType,
    List<Parcel> parcels,
    @Nullable Boolean finishAllDelivery,
    @Nullable Instant shipDoneTime,
    boolean received,
    ExtraFields extra) {

  public Shipment {
    parcels = List.copyOf(parcels);
  }

  /** Returns this shipment to a buyer that the hub knows of. */
  Shipment to(String buyer) {
    return new Shipment(
        outOrderId, buyer, deliveryType, parcels, finishAllDelivery, shipDoneTime, received, extra);
  }

  /** Returns the couriers as the ERP writes them, without empty ones. */
  List<String> couriers() {
    return parcels.stream()
        .map(Parcel::courier)
        .filter(courier -> !courier.isEmpty())
        .distinct()
        .toList();
  }
}
