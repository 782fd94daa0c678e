package com.wechaterp.hub.shippinginfo;

import com.wechaterp.hub.document.ExtraFields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the merchant shipped of one payment, or of the parts of a combined one [合单].
 *
 * @param outOrderId the ERP's order
 * @param key the payment, or the combined payment
 * @param openid the payer
 * @param logistics how it reaches the buyer
 * @param parts the payment itself, or the sub orders of a combined one
 * @param finishAllDelivery whether nothing more will come; null if that is so once every parcel has
 *     its number
 * @param shipDoneTime when it was shipped; null if the ERP does not tell
 * @param receivedTime when the courier handed it over; null if it is not known
 * @param contact whom the courier can call, masked
 * @param extra what the pack gives beside the columns of its port
 */
record ShippingInfo(
    String outOrderId,
    PaymentKey key,
    String openid,
    LogisticsType logistics,
    List<ShippingInfo.Part> parts,
    @Nullable Boolean finishAllDelivery,
    @Nullable Instant shipDoneTime,
    @Nullable Instant receivedTime,
    Contact contact,
    ExtraFields extra) {

  ShippingInfo {
    parts = List.copyOf(parts);
  }

  /** One payment and its parcels. */
  record Part(PaymentKey key, List<TradeParcel> parcels) {

    Part {
      parcels = List.copyOf(parcels);
    }
  }

  /** Returns whether it is a combined payment. */
  boolean isCombined() {
    return parts.size() != 1 || !parts.get(0).key().equals(key);
  }

  /** Returns this with what the hub knows of the order, where the ERP does not tell. */
  ShippingInfo with(String transactionId, String buyer) {
    String payer = openid.isEmpty() ? buyer : openid;
    if (key.isComplete() || transactionId.isEmpty() || isCombined()) {
      return new ShippingInfo(
          outOrderId,
          key,
          payer,
          logistics,
          parts,
          finishAllDelivery,
          shipDoneTime,
          receivedTime,
          contact,
          extra);
    }
    PaymentKey known = PaymentKey.ofTransaction(transactionId);
    return new ShippingInfo(
        outOrderId,
        known,
        payer,
        logistics,
        List.of(new Part(known, parts.get(0).parcels())),
        finishAllDelivery,
        shipDoneTime,
        receivedTime,
        contact,
        extra);
  }

  /** Returns the couriers as the ERP writes them. */
  List<String> couriers() {
    return parts.stream()
        .flatMap(part -> part.parcels().stream())
        .map(TradeParcel::courier)
        .filter(courier -> !courier.isEmpty())
        .distinct()
        .toList();
  }
}
