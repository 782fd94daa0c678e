package com.wechaterp.hub.shipment;

import com.wechaterp.hub.courier.Courier;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.order.KnownOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** Tells the ERP, through its port {@code shipment-state}, which parcels WeChat has. */
class ShipmentNews {

  private static final String PORT = "shipment-state";

  private final ObjectProvider<Erp> erp;
  private final SentParcels sent;

  ShipmentNews(ObjectProvider<Erp> erp, SentParcels sent) {
    this.erp = erp;
    this.sent = sent;
  }

  /** Tells what the ERP was not told yet. */
  void tell(String account, Situation it) {
    Erp merchant = erp.getIfAvailable();
    if (merchant == null || !merchant.has(PORT)) {
      return;
    }
    String now = it.order().finishAllDelivery() ? "finished" : "partly";
    for (SentParcel parcel : it.sent()) {
      if (has(it.order(), parcel) && !parcel.told().equals(now)) {
        merchant.write(PORT, values(it, parcel));
        sent.told(account, it.wanted().outOrderId(), parcel, now);
      }
    }
  }

  private static boolean has(KnownOrder order, SentParcel parcel) {
    return parcel.isWithoutWaybill()
        || order.parcels().stream()
            .anyMatch(known -> parcel.is(known.deliveryId(), known.waybillId()));
  }

  private static Map<String, Object> values(Situation it, SentParcel parcel) {
    Optional<Courier> courier = it.couriers().find(parcel.deliveryId());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("out_order_id", it.wanted().outOrderId());
    values.put("order_id", it.order().orderId());
    values.put("delivery_id", parcel.deliveryId());
    values.put("delivery_name", courier.map(Courier::name).orElse(""));
    values.put("waybill_id", parcel.waybillId());
    values.put("finish_all_delivery", it.order().finishAllDelivery() ? 1 : 0);
    values.put("sent_time", parcel.changedAt());
    return values;
  }
}
