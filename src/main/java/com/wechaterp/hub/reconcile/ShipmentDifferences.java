package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.reconcile.Difference.Sides;
import com.wechaterp.hub.shipment.ComparedShipment;
import com.wechaterp.hub.shipment.Parcel;
import com.wechaterp.hub.shipment.Shipment;
import com.wechaterp.hub.work.WorkKey;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what differs in what was shipped of one order. */
final class ShipmentDifferences {

  private ShipmentDifferences() {}

  /** Returns what differs, null if nothing does. */
  static @Nullable Difference of(ComparedShipment it) {
    Hold hold = it.plan().hold();
    if (!it.plan().calls().isEmpty()) {
      String operations =
          it.plan().calls().stream().map(Call::operation).collect(Collectors.joining(", "));
      return Difference.of(
          key(it),
          wechatId(it),
          sides(it),
          Owner.HUB,
          "reconcile-shipment-unsent",
          "operations",
          operations);
    }
    if (hold != null) {
      return hold.release() == Release.TIME
          ? null
          : Difference.held(key(it), wechatId(it), sides(it), hold);
    }
    return it.wanted() == null && it.known() != null
        ? Difference.of(
            key(it), wechatId(it), sides(it), Owner.ERP, "reconcile-shipment-only-wechat")
        : null;
  }

  private static WorkKey key(ComparedShipment it) {
    return new WorkKey(Subject.SHIPMENTS.text(), it.account(), it.outOrderId());
  }

  private static String wechatId(ComparedShipment it) {
    KnownOrder known = it.known();
    return known == null ? "" : known.orderId();
  }

  private static Sides sides(ComparedShipment it) {
    return new Sides(atWeChat(it.known()), inErp(it.wanted()));
  }

  private static String atWeChat(@Nullable KnownOrder known) {
    if (known == null) {
      return Difference.NONE;
    }
    List<String> parcels =
        known.parcels().stream().map(each -> each.deliveryId() + "/" + each.waybillId()).toList();
    return known.statusCode() + " " + known.status().chinese() + " " + parcels;
  }

  private static String inErp(@Nullable Shipment wanted) {
    return wanted == null
        ? Difference.NONE
        : wanted.parcels().stream().map(ShipmentDifferences::name).toList().toString();
  }

  private static String name(Parcel parcel) {
    return parcel.courier() + "/" + parcel.waybillId();
  }
}
