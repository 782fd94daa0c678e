package com.wechaterp.hub.shipment;

import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where WeChat has other parcels than the ERP. WeChat has no call that changes a parcel or takes it
 * back (WeChat docs, orders [订单]), so nothing is sent on top of it and a person decides.
 */
final class Differences {

  /** How long WeChat may take to show a parcel it took. */
  static final Duration SETTLING = Duration.ofMinutes(2);

  /** Somebody may mend it in WeChat's admin console, which announces nothing. */
  private static final Duration LOOK_AT_WECHAT = Duration.ofDays(1);

  private Differences() {}

  /** Returns why nothing may be sent now, null if nothing speaks against it. */
  static @Nullable Hold hold(Situation it, Comparison parcels) {
    for (Comparison.Pair pair : parcels.arrived()) {
      SentParcel sent = remembered(it, pair.known()).orElse(null);
      if (sent != null && !pair.wanted().holdsWhat(sent)) {
        return correction(it, "shipment-goods-changed", name(pair.known()), "-");
      }
    }
    return parcels.surplus().isEmpty() ? settling(it, parcels) : surplus(it, parcels);
  }

  private static Hold surplus(Situation it, Comparison parcels) {
    KnownOrder.Parcel first = parcels.surplus().get(0);
    WantedParcel instead =
        parcels.missing().stream().filter(each -> !each.hasNoWaybill()).findFirst().orElse(null);
    if (instead != null) {
      return correction(it, "shipment-changed", name(first), instead.name());
    }
    return correction(
        it,
        remembered(it, first).isPresent() ? "shipment-parcel-gone" : "shipment-parcel-foreign",
        name(first),
        "-");
  }

  /** Returns the hold of what can only be mended by a person, in the ERP or at WeChat. */
  static Hold correction(Situation it, String code, String parcel, String found) {
    return new Hold(
        it.problem(code, "parcel", parcel, "found", found),
        Release.ERP_CHANGE,
        it.now().plus(LOOK_AT_WECHAT),
        50);
  }

  /** WeChat answered that it has a parcel and does not show it yet. */
  private static @Nullable Hold settling(Situation it, Comparison parcels) {
    for (SentParcel sent : it.sent()) {
      Instant until = sent.changedAt().plus(SETTLING);
      boolean shown =
          sent.isWithoutWaybill()
              || parcels.arrived().stream()
                  .map(Comparison.Pair::known)
                  .anyMatch(known -> sent.is(known.deliveryId(), known.waybillId()));
      if (!shown && it.now().isBefore(until)) {
        String parcel = sent.deliveryId() + "/" + sent.waybillId();
        return new Hold(it.problem("shipment-settling", "parcel", parcel), Release.TIME, until, 50);
      }
    }
    return null;
  }

  private static Optional<SentParcel> remembered(Situation it, KnownOrder.Parcel parcel) {
    return it.remembered(parcel.deliveryId(), parcel.waybillId());
  }

  private static String name(KnownOrder.Parcel parcel) {
    return parcel.deliveryId() + "/" + parcel.waybillId();
  }
}
