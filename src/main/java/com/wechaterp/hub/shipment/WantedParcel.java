package com.wechaterp.hub.shipment;

import com.wechaterp.hub.courier.Courier;
import com.wechaterp.hub.order.KnownOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parcel of the ERP in WeChat's words, as far as WeChat has words for it.
 *
 * @param parcel the parcel, its goods with both ids as far as they were ordered
 * @param courier WeChat's courier; null if WeChat's list has none of that name
 */
record WantedParcel(Parcel parcel, @Nullable Courier courier) {

  /** Returns the parcels wanted; what the ERP writes under two names of one courier is one. */
  static List<WantedParcel> of(Situation it) {
    OrderedGoods ordered = new OrderedGoods(it.order());
    Map<List<String>, WantedParcel> parcels = new LinkedHashMap<>();
    for (Parcel parcel : it.wanted().parcels()) {
      Courier courier = it.couriers().find(parcel.courier()).orElse(null);
      WantedParcel wanted = new WantedParcel(parcel.with(goods(it, parcel, ordered)), courier);
      parcels.merge(
          List.of(courier == null ? parcel.courier() : courier.id(), parcel.waybillId()),
          wanted,
          WantedParcel::together);
    }
    return List.copyOf(parcels.values());
  }

  /** An ERP that ships orders as a whole names no goods. */
  private static List<Goods> goods(Situation it, Parcel parcel, OrderedGoods ordered) {
    if (parcel.goods().isEmpty() && it.wanted().parcels().size() == 1) {
      return ordered.all();
    }
    return parcel.goods().stream()
        .map(each -> ordered.find(each).map(line -> line.count(each.productCnt())).orElse(each))
        .toList();
  }

  private WantedParcel together(WantedParcel other) {
    List<Goods> goods = new ArrayList<>();
    goods.addAll(parcel.goods());
    goods.addAll(other.parcel.goods());
    List<Goods> summed = new ArrayList<>();
    OrderedGoods.counted(goods).forEach((each, count) -> summed.add(each.count(count)));
    return new WantedParcel(parcel.with(summed), courier);
  }

  /** Returns what a person knows it by. */
  String name() {
    return parcel.name().isEmpty() ? "-" : parcel.name();
  }

  boolean hasNoWaybill() {
    return parcel.waybillId().isEmpty();
  }

  /**
   * Returns whether WeChat's parcel is this one. What went out as OTHERS stays the same parcel when
   * its courier is known later.
   */
  boolean is(KnownOrder.Parcel known) {
    return known.waybillId().equals(parcel.waybillId())
        && (courier == null
            || known.deliveryId().equals(courier.id())
            || known.deliveryId().equals(Courier.OTHERS));
  }

  /** Returns the parcel as WeChat wants it, empty if it must wait for its number or courier. */
  Optional<ReadyParcel> ready(UnknownCourier rule) {
    boolean waits = courier == null && rule == UnknownCourier.HOLD;
    if (waits || hasNoWaybill()) {
      return Optional.empty();
    }
    String id = courier == null ? Courier.OTHERS : courier.id();
    return Optional.of(new ReadyParcel(id, parcel.waybillId(), parcel.goods()));
  }

  /** Returns whether the same goods are in it as were sent; true if that is not known. */
  boolean holdsWhat(SentParcel sent) {
    return sent.goods().isEmpty()
        || Objects.equals(OrderedGoods.counted(sent.goods()), OrderedGoods.counted(parcel.goods()));
  }
}
