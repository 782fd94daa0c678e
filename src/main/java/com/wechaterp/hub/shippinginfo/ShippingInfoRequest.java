package com.wechaterp.hub.shippinginfo;

import com.wechaterp.hub.document.ExtraFields;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One call about a payment that is ready to be written as WeChat wants it.
 *
 * @param key the payment, or the combined one
 * @param openid the payer
 * @param parts what is shipped
 * @param time when it is uploaded; for a reminder, when the courier handed it over
 * @param extra what the pack gives beside the columns of its port
 */
record ShippingInfoRequest(
    String operation,
    PaymentKey key,
    String openid,
    List<ReadyPart> parts,
    Contact contact,
    @Nullable Instant time,
    ExtraFields extra) {

  ShippingInfoRequest {
    parts = List.copyOf(parts);
  }

  /** Returns what is sent, for the timeline. */
  String summary() {
    String parcels =
        parts.stream()
            .flatMap(part -> part.parcels().stream())
            .filter(parcel -> !parcel.trackingNo().isEmpty())
            .map(ReadyPart.Parcel::toString)
            .collect(Collectors.joining(", "));
    return (operation + " " + parcels).strip();
  }
}
