package com.wechaterp.hub.sandbox;

import com.wechaterp.hub.wechat.contract.Operation;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Lets one writing call about the after-sales of an order in at a time; reads always pass (WeChat
 * docs, aftersale/errcode, 2747026).
 */
class AfterSaleTurns {

  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> busyUntil = new ConcurrentHashMap<>();

  /** Keeps the after-sales of an order busy for a while, as a call of somebody else's would. */
  void keepBusy(Shop shop, Map<String, Object> order, Duration duration) {
    busyUntil.put(key(shop, order), System.nanoTime() + duration.toNanos());
  }

  /**
   * Makes a call in its turn.
   *
   * @throws SandboxError 2747026 if another one about the same order is under way
   */
  Map<String, Object> inTurn(
      Shop shop,
      Operation operation,
      Map<String, Object> request,
      Supplier<Map<String, Object>> call) {
    if (operation.reads() || !AfterSaleRefusal.concerns(operation)) {
      return call.get();
    }
    String order = order(shop, request);
    if (isBusy(order) || !underWay.add(order)) {
      throw AfterSaleRefusal.busy();
    }
    try {
      return call.get();
    } finally {
      underWay.remove(order);
    }
  }

  private boolean isBusy(String order) {
    Long until = busyUntil.get(order);
    return until != null && System.nanoTime() - until < 0;
  }

  /** What names no order WeChat knows is refused by its operation. */
  private static String order(Shop shop, Map<String, Object> request) {
    Map<String, Object> change = Fields.object(request.get("after_sales_order"));
    Map<String, Object> ids = change.isEmpty() ? request : change;
    return either(ids, "aftersale_id")
        .flatMap(id -> AfterSales.find(shop, id))
        .map(aftersale -> key(shop, aftersale))
        .orElseGet(
            () ->
                either(ids, "order_id")
                    .flatMap(id -> Orders.find(shop, id))
                    .map(order -> key(shop, order))
                    .orElseGet(() -> shop.appId() + "/" + either(ids, "aftersale_id").orElse("")));
  }

  private static String key(Shop shop, Map<String, Object> ofOrder) {
    return shop.appId() + "/" + Fields.text(ofOrder, "out_order_id");
  }

  private static Optional<String> either(Map<String, Object> ids, String name) {
    String id = Fields.text(ids, name);
    String known = id.isEmpty() ? Fields.text(ids, "out_" + name) : id;
    return known.isEmpty() ? Optional.empty() : Optional.of(known);
  }
}
