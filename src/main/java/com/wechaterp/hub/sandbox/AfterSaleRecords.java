package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/**
 * After-sales of the ticket generation: WeChat only keeps what the merchant says (WeChat's
 * documents: after-sales, older contract [售后]).
 */
class AfterSaleRecords implements OperationFamily {

  private static final String KIND = "aftersale-record";

  private final OrderReceipt orders;

  AfterSaleRecords(OrderReceipt orders) {
    this.orders = orders;
  }

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of(
        "shop/aftersale/add", this::add,
        "shop/aftersale/update", this::update,
        "shop/aftersale/get", this::get,
        "shop/aftersale/update_deadline", this::updateDeadline);
  }

  /** Re-entrant; for orders of the scene merchant it answers well and keeps nothing. */
  private Map<String, Object> add(Shop shop, Map<String, Object> request) {
    Map<String, Object> order = Orders.ofBuyer(shop, request);
    if (!OrderState.anyOf(
        order,
        OrderState.PAID,
        OrderState.PARTLY_SHIPPED,
        OrderState.SHIPPED,
        OrderState.FINISHED)) {
      throw OrderState.notAllowed();
    }
    for (Map<String, Object> line : Fields.objects(request.get("product_infos"))) {
      AfterSaleCheck.line(shop, order, line);
    }
    if (Orders.isOfSceneMerchant(order)) {
      return Map.of();
    }
    Map<String, Object> kept = Fields.copy(request);
    kept.remove("finish_all_aftersale");
    kept.put("order_id", order.get("order_id"));
    shop.put(KIND, key(request), kept);
    finish(shop, order, request);
    return Map.of();
  }

  private Map<String, Object> update(Shop shop, Map<String, Object> request) {
    Map<String, Object> order = Orders.ofBuyer(shop, request);
    if (Orders.isOfSceneMerchant(order)) {
      return Map.of();
    }
    Map<String, Object> known = shop.get(KIND, key(request));
    if (known == null) {
      throw new SandboxError(9401020, "参数有误: out_aftersale_id");
    }
    known.put("status", request.get("status"));
    shop.put(KIND, key(request), known);
    finish(shop, order, request);
    return Map.of();
  }

  private void finish(Shop shop, Map<String, Object> order, Map<String, Object> request) {
    if (Fields.number(request, "finish_all_aftersale") == 1 && !OrderState.REFUNDED.of(order)) {
      orders.refunded(shop, order);
    }
  }

  private Map<String, Object> get(Shop shop, Map<String, Object> request) {
    Map<String, Object> order = Orders.ofBuyer(shop, request);
    List<Map<String, Object>> records =
        shop.all(KIND).stream()
            .filter(one -> Fields.text(one, "order_id").equals(Fields.text(order, "order_id")))
            .toList();
    return Fields.of("aftersale_infos", records);
  }

  private Map<String, Object> updateDeadline(Shop shop, Map<String, Object> request) {
    orders.endAftersales(
        shop, Orders.ofBuyer(shop, request), Fields.number(request, "after_sale_deadline"));
    return Map.of();
  }

  private static String key(Map<String, Object> request) {
    return Fields.text(request, "out_order_id") + '/' + Fields.text(request, "out_aftersale_id");
  }
}
