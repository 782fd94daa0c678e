package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/** Changes the price of an unpaid order, once (order/change_price). */
class PriceChange {

  Map<String, Object> answer(Shop shop, Map<String, Object> request) {
    Map<String, Object> order = Orders.ofBuyer(shop, request);
    OrderState.requireUnpaid(order);
    if (Boolean.TRUE.equals(order.get("price_changed"))) {
      throw new SandboxError(990022, "暂不支持的操作");
    }
    Map<String, Object> changed = Fields.copy(order);
    Fields.objects(request.get("product_infos")).forEach(line -> apply(changed, line));
    Map<String, Object> price = Fields.within(Fields.within(changed, "order_detail"), "price_info");
    price.putAll(Fields.object(request.get("price_info")));
    OrderAmounts.check(Orders.lines(changed), price);
    // Parameters of the cashier given out before are worth nothing any more.
    Orders.payment(changed).remove("prepay_id");
    changed.put("price_changed", true);
    Orders.save(shop, changed);
    return Map.of();
  }

  private static void apply(Map<String, Object> order, Map<String, Object> change) {
    Map<String, Object> line =
        Orders.lines(order).stream()
            .filter(one -> Goods.isSame(one, change))
            .findFirst()
            .orElseThrow(() -> OrderRefusal.of("product_infos"));
    for (String amount : List.of("sale_price", "sku_real_price")) {
      line.put(amount, change.get(amount));
    }
  }
}
