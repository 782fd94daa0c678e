package com.wechaterp.hub.shipment;

import com.wechaterp.hub.order.KnownOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What WeChat's order holds, by SKU. */
final class OrderedGoods {

  private final Map<Sku, Long> ordered = new LinkedHashMap<>();

  OrderedGoods(KnownOrder order) {
    order
        .lines()
        .forEach(
            line ->
                ordered.merge(
                    new Sku(line.outProductId(), line.outSkuId()), line.productCnt(), Long::sum));
  }

  private record Sku(String outProductId, String outSkuId) {

    boolean isMeantBy(Goods goods) {
      boolean sameProduct =
          goods.outProductId().isEmpty() || goods.outProductId().equals(outProductId);
      return sameProduct && goods.outSkuId().equals(outSkuId);
    }
  }

  /** Returns everything that was ordered. */
  List<Goods> all() {
    return ordered.entrySet().stream().map(OrderedGoods::goods).toList();
  }

  /** Returns how many of these goods were ordered, with both ids; empty if none was. */
  Optional<Goods> find(Goods goods) {
    return ordered.entrySet().stream()
        .filter(line -> line.getKey().isMeantBy(goods))
        .findFirst()
        .map(OrderedGoods::goods);
  }

  /** Returns how often each SKU is among some goods. */
  static Map<Goods, Long> counted(List<Goods> goods) {
    Map<Goods, Long> counts = new LinkedHashMap<>();
    goods.forEach(each -> counts.merge(each.count(0), each.productCnt(), Long::sum));
    return counts;
  }

  /** Returns whether some goods are all that was ordered. */
  boolean areAllIn(List<Goods> goods) {
    Map<Goods, Long> shipped = counted(goods);
    return all().stream()
        .allMatch(each -> shipped.getOrDefault(each.count(0), 0L) >= each.productCnt());
  }

  private static Goods goods(Map.Entry<Sku, Long> line) {
    return new Goods(line.getKey().outProductId(), line.getKey().outSkuId(), line.getValue());
  }
}
