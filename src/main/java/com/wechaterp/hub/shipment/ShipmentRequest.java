package com.wechaterp.hub.shipment;

import com.wechaterp.hub.document.ExtraFields;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One call about a shipment that is ready to be written as WeChat wants it.
 *
 * @param openid the buyer
 * @param parcels the parcels to send; empty where no courier is needed
 * @param finishAllDelivery whether all is shipped with it
 * @param shipDoneTime when all was shipped; null if it is not
 * @param extra what the pack gives beside the columns of its port
 */
record ShipmentRequest(
    String operation,
    String outOrderId,
    String openid,
    List<ReadyParcel> parcels,
    boolean finishAllDelivery,
    @Nullable Instant shipDoneTime,
    ExtraFields extra) {

  ShipmentRequest {
    parcels = List.copyOf(parcels);
  }

  /** Returns the call that confirms the receipt. */
  static ShipmentRequest receive(String outOrderId, String openid) {
    return new ShipmentRequest(
        ShipmentOperation.RECEIVE, outOrderId, openid, List.of(), true, null, ExtraFields.NONE);
  }

  /** Returns what is sent, for the timeline. */
  String summary() {
    String all = parcels.stream().map(ReadyParcel::toString).collect(Collectors.joining(", "));
    return (operation + " " + all).strip();
  }
}
