package com.wechaterp.hub.shippinginfo;

import com.wechaterp.hub.courier.Courier;
import com.wechaterp.hub.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The parcels of a payment that can go out, and why the others cannot. */
final class ReadyParcels {

  private static final int TEXT_LIMIT = 120;

  /** WeChat wants a telephone number for this courier's parcels. */
  private static final String WITH_CONTACT = "SF";

  private final Trade it;
  private final ShippingInfo.Part part;
  private final KnownPayment known;
  private final List<ReadyPart.Parcel> ready = new ArrayList<>();
  private final List<Problem> waits = new ArrayList<>();

  ReadyParcels(Trade it, ShippingInfo.Part part, KnownPayment known) {
    this.it = it;
    this.part = part;
    this.known = known;
    if (part.parcels().isEmpty()) {
      waits.add(noWaybill(""));
    }
    part.parcels().forEach(this::sort);
  }

  List<ReadyPart.Parcel> ready() {
    return ready;
  }

  List<Problem> waits() {
    return waits;
  }

  /** Returns what the payment is about, empty if nobody tells. */
  String text() {
    String told =
        part.parcels().stream()
            .map(TradeParcel::itemDesc)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("；"));
    return cut(told.isEmpty() ? known.description() : told);
  }

  private static String cut(String text) {
    return text.length() <= TEXT_LIMIT ? text : text.substring(0, TEXT_LIMIT - 1) + "…";
  }

  private void sort(TradeParcel parcel) {
    Courier courier = it.couriers().find(parcel.courier()).orElse(null);
    String text = cut(parcel.itemDesc().isEmpty() ? known.description() : parcel.itemDesc());
    if (parcel.trackingNo().isEmpty()) {
      waits.add(noWaybill(parcel.courier()));
    } else if (courier == null) {
      waits.add(unknownCourier(parcel));
    } else if (courier.id().equals(WITH_CONTACT) && !it.wanted().contact().canBeCalled()) {
      waits.add(lacks("shipping-info-contact", "receiver_contact", parcel));
    } else if (text.isEmpty()) {
      waits.add(lacks("shipping-info-no-description", "item_desc", parcel));
    } else {
      add(new ReadyPart.Parcel(courier.id(), parcel.trackingNo(), text));
    }
  }

  /** What the ERP writes under two names of one courier is one parcel. */
  private void add(ReadyPart.Parcel parcel) {
    if (ready.stream().noneMatch(each -> each.toString().equals(parcel.toString()))) {
      ready.add(parcel);
    }
  }

  private Problem noWaybill(String courier) {
    return it.problem(
        "shipment-no-waybill",
        part.key(),
        "field",
        "waybill_id",
        "found",
        courier.isEmpty() ? "-" : courier);
  }

  private Problem lacks(String code, String field, TradeParcel parcel) {
    return it.problem(code, part.key(), "field", field, "found", parcel.name());
  }

  private Problem unknownCourier(TradeParcel parcel) {
    List<String> nearest = it.couriers().nearest(parcel.courier());
    return it.problem(
        "shipment-courier-unknown",
        part.key(),
        "field",
        "delivery_id",
        "found",
        parcel.courier().isEmpty() ? "-" : parcel.courier(),
        "waybill",
        parcel.trackingNo(),
        "nearest",
        nearest.isEmpty() ? "-" : String.join(", ", nearest));
  }
}
