package com.wechaterp.hub.shipment;

import com.wechaterp.hub.order.KnownOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The parcels of the ERP beside those of WeChat.
 *
 * @param all the parcels the ERP has
 * @param arrived those WeChat has too, each with WeChat's
 * @param missing those WeChat does not have
 * @param surplus those only WeChat has
 */
record Comparison(
    List<WantedParcel> all,
    List<Comparison.Pair> arrived,
    List<WantedParcel> missing,
    List<KnownOrder.Parcel> surplus) {

  /** One parcel, as both sides have it. */
  record Pair(WantedParcel wanted, KnownOrder.Parcel known) {}

  static Comparison of(Situation it) {
    List<WantedParcel> all = WantedParcel.of(it);
    List<KnownOrder.Parcel> surplus = new ArrayList<>(it.order().parcels());
    List<Pair> arrived = new ArrayList<>();
    List<WantedParcel> missing = new ArrayList<>();
    for (WantedParcel wanted : all) {
      it.order().parcels().stream()
          .filter(wanted::is)
          .findFirst()
          .ifPresentOrElse(
              known -> {
                arrived.add(new Pair(wanted, known));
                surplus.remove(known);
              },
              () -> missing.add(wanted));
    }
    return new Comparison(all, arrived, missing, surplus);
  }

  /** Returns the goods of all parcels of the ERP. */
  List<Goods> goods() {
    return all.stream().flatMap(each -> each.parcel().goods().stream()).toList();
  }
}
