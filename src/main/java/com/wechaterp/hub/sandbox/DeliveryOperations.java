package com.wechaterp.hub.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shipment and receipt of orders (WeChat docs, orders [订单]). */
class DeliveryOperations implements OperationFamily {

  private final Couriers couriers;
  private final Parcels parcels;
  private final OrderReceipt receipt;

  DeliveryOperations(Couriers couriers, OrderReceipt receipt) {
    this.couriers = couriers;
    this.parcels = new Parcels(couriers);
    this.receipt = receipt;
  }

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of(
        "shop/delivery/get_company_list",
        (shop, request) -> Fields.of("company_list", couriers.companies()),
        "shop/delivery/send",
        this::send,
        "shop/delivery/recieve",
        this::receive);
  }

  private Map<String, Object> send(Shop shop, Map<String, Object> request) {
    Map<String, Object> known = Orders.ofBuyer(shop, request);
    if (!OrderState.anyOf(known, OrderState.PAID, OrderState.PARTLY_SHIPPED)) {
      throw OrderState.movedOn();
    }
    boolean finishes = Fields.number(request, "finish_all_delivery") == 1;
    requireTime(shop, known, Fields.text(request, "ship_done_time"), finishes);
    Map<String, Object> order = Fields.copy(known);
    List<Map<String, Object>> sent = Fields.objects(request.get("delivery_list"));
    boolean byCourier = Deliveries.type(order) == Deliveries.COURIER;
    boolean hasParcels = !sent.isEmpty() || !Fields.objects(order.get("parcels")).isEmpty();
    if (byCourier != hasParcels) {
      throw new SandboxError(9401020, "参数有误: delivery_list");
    }
    parcels.add(order, sent);
    if (finishes) {
      if (byCourier) {
        Parcels.requireAll(order);
      }
      receipt.shipped(shop, order);
    } else {
      order.put("status", OrderState.PARTLY_SHIPPED.code());
      Orders.save(shop, order);
    }
    return Map.of();
  }

  /** Nothing is shipped before it is ordered and paid for. */
  private static void requireTime(
      Shop shop, Map<String, Object> order, String shipped, boolean needed) {
    if (shipped.isEmpty() && !needed) {
      return;
    }
    String paid = Fields.text(Orders.payment(order), "pay_time");
    // The caller's clock does not jump with the sandbox's.
    Optional<Instant> earliest =
        SandboxClock.parse(paid.isEmpty() ? Fields.text(order, "create_time") : paid)
            .map(time -> time.minus(shop.clock().ahead()));
    Optional<Instant> done = SandboxClock.parse(shipped);
    if (done.isEmpty() || earliest.isPresent() && done.get().isBefore(earliest.get())) {
      throw new SandboxError(9401020, "参数有误: ship_done_time");
    }
  }

  private Map<String, Object> receive(Shop shop, Map<String, Object> request) {
    receipt.receive(shop, Orders.ofBuyer(shop, request));
    return Map.of();
  }
}
