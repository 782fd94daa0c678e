package com.wechaterp.hub.shipment;

import com.wechaterp.hub.courier.CourierList;
import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All a plan for one shipment depends on.
 *
 * @param wanted what the merchant shipped
 * @param order what WeChat has of the order
 * @param sent what the hub remembers of parcels it sent
 * @param couriers the couriers of the account
 */
record Situation(
    Shipment wanted, KnownOrder order, List<SentParcel> sent, CourierList couriers, Instant now) {

  Situation {
    sent = List.copyOf(sent);
  }

  /** Returns this situation with other memories. */
  Situation with(List<SentParcel> remembered) {
    return new Situation(wanted, order, remembered, couriers, now);
  }

  /** Returns what the hub remembers of a parcel. */
  Optional<SentParcel> remembered(String deliveryId, String waybillId) {
    return sent.stream().filter(each -> each.is(deliveryId, waybillId)).findFirst();
  }

  /** Returns how the order reaches its buyer: WeChat knows it from order/add. */
  DeliveryType deliveryType() {
    if (order.deliveryType() != 0) {
      return DeliveryType.of(order.deliveryType());
    }
    return wanted.deliveryType() == 0
        ? DeliveryType.COURIER
        : DeliveryType.of(wanted.deliveryType());
  }

  /** Returns a problem that names the order and its state at WeChat. */
  Problem problem(String code, Object... more) {
    List<Object> facts =
        new ArrayList<>(
            List.of(
                "key",
                wanted.outOrderId(),
                "status",
                order.statusCode(),
                "statusName",
                order.status().chinese()));
    facts.addAll(Arrays.asList(more));
    return Problem.of(code, facts.toArray());
  }
}
