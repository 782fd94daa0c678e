package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rules that a buyer's request for an after-sale must keep (WeChat docs, after-sales [售后 2.0]).
 */
final class AfterSaleCheck {

  /** Create and update together, per ticket (WeChat docs, limits [限额]). */
  private static final int MOST_CHANGES = 5;

  /** After-sales of one SKU of an order (WeChat docs, limits [限额]). */
  private static final int MOST_OF_ONE_SKU = 5;

  private static final int PICTURE = 1;
  private static final int RETURN = 2;

  private AfterSaleCheck() {}

  /** Requires an order that WeChat was paid for and whose after-sales are not over. */
  static void order(Shop shop, Map<String, Object> order) {
    if (!Orders.isOfSceneMerchant(order)) {
      throw AfterSaleRefusal.notOfSceneMerchant();
    }
    boolean open =
        OrderState.anyOf(
            order,
            OrderState.PAID,
            OrderState.PARTLY_SHIPPED,
            OrderState.SHIPPED,
            OrderState.FINISHED);
    if (!open) {
      throw AfterSaleRefusal.goods("订单状态不允许");
    }
    if (OrderReceipt.isOver(shop, order)) {
      throw AfterSaleRefusal.goods("已过售后期");
    }
  }

  /** Requires shipped goods where they are to come back, and goods of the order. */
  static Map<String, Object> goods(
      Shop shop, Map<String, Object> order, Map<String, Object> request) {
    Map<String, Object> wanted = Fields.object(request.get("product_info"));
    Map<String, Object> line = found(shop, order, wanted).orElseThrow(AfterSaleRefusal::notOrdered);
    if (Fields.number(request, "type") == RETURN && OrderState.PAID.of(order)) {
      throw AfterSaleRefusal.notShipped();
    }
    ofTheSame(shop, order, line);
    return line;
  }

  /** One at a time of the same goods, and no more than a few in all. */
  private static void ofTheSame(Shop shop, Map<String, Object> order, Map<String, Object> line) {
    List<Map<String, Object>> others =
        AfterSales.of(shop, order).stream()
            .filter(one -> Goods.isSame(AfterSales.line(one), line))
            .toList();
    if (others.stream().anyMatch(one -> !AfterSaleState.of(one).hasEnded())) {
      throw AfterSaleRefusal.goods("该商品有进行中的售后");
    }
    if (others.size() >= MOST_OF_ONE_SKU) {
      throw AfterSaleRefusal.goods("该商品售后次数已达上限");
    }
  }

  /** Returns the line of an order that a request asks for, by the merchant's ids or WeChat's. */
  static Map<String, Object> line(
      Shop shop, Map<String, Object> order, Map<String, Object> wanted) {
    return found(shop, order, wanted).orElseThrow(() -> new SandboxError(1020004, "售后商品不存在于原订单"));
  }

  private static Optional<Map<String, Object>> found(
      Shop shop, Map<String, Object> order, Map<String, Object> wanted) {
    boolean byOutId = !Fields.text(wanted, "out_product_id").isEmpty();
    Predicate<Map<String, Object>> same =
        line ->
            byOutId
                ? Goods.isSame(line, wanted)
                : Goods.productId(shop, line) == Fields.number(wanted, "product_id")
                    && Goods.skuId(shop, line) == Fields.number(wanted, "sku_id");
    return Orders.lines(order).stream().filter(same).findFirst();
  }

  /** Requires units that are left, and an amount that is not above what they cost. */
  static void amounts(Shop shop, Map<String, Object> order, Map<String, Object> aftersale) {
    List<Map<String, Object>> others =
        AfterSales.of(shop, order).stream()
            .filter(one -> !AfterSales.isSame(one, aftersale))
            .toList();
    Refundable refundable = new Refundable(order, others);
    Map<String, Object> line = line(shop, order, AfterSales.line(aftersale));
    long units = Fields.number(AfterSales.line(aftersale), "product_cnt");
    if (units < 1 || units > refundable.units(line)) {
      throw AfterSaleRefusal.wrong("product_cnt");
    }
    long amount = AfterSales.amount(aftersale);
    if (amount < 1) {
      throw AfterSaleRefusal.wrong("orderamt");
    }
    if (amount > refundable.amount(line, units)) {
      throw new SandboxError(2747014, "售后金额不合法,大于最大可退款金额");
    }
  }

  /** Requires pictures from img/upload, each with its thumbnail. */
  static void media(Map<String, Object> request) {
    for (Map<String, Object> one : Fields.objects(request.get("media_list"))) {
      List<String> links = List.of(Fields.text(one, "url"), Fields.text(one, "thumb_url"));
      if (Fields.number(one, "type") == PICTURE && !links.stream().allMatch(Pictures::isOurs)) {
        throw AfterSaleRefusal.picture();
      }
    }
  }

  /** Counts a create or an update. */
  static void count(Map<String, Object> aftersale) {
    long changes = Fields.number(aftersale, "changes");
    if (changes >= MOST_CHANGES) {
      throw AfterSaleRefusal.changedTooOften();
    }
    aftersale.put("changes", changes + 1);
  }
}
