package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The rules that a buyer's request for an after-sale must keep (WeChat docs, after-sales [售后 2.0]).
 */
final class AfterSaleCheck {

  /** Create and update together, per ticket (WeChat docs, limits [限额]). */
  private static final int MOST_CHANGES = 5;

  private static final int PICTURE = 1;

  private AfterSaleCheck() {}

  /** Requires an order that WeChat was paid for and whose after-sales are not over. */
  static void order(Shop shop, Map<String, Object> order) {
    if (!Orders.isOfSceneMerchant(order)) {
      throw new SandboxError(990022, "暂不支持的操作");
    }
    boolean open =
        OrderState.anyOf(
            order,
            OrderState.PAID,
            OrderState.PARTLY_SHIPPED,
            OrderState.SHIPPED,
            OrderState.FINISHED);
    if (!open || OrderReceipt.isOver(shop, order)) {
      throw AfterSaleState.notAllowed();
    }
  }

  /** Returns the line of an order that a request asks for, by the merchant's ids or WeChat's. */
  static Map<String, Object> line(
      Shop shop, Map<String, Object> order, Map<String, Object> wanted) {
    boolean byOutId = !Fields.text(wanted, "out_product_id").isEmpty();
    Predicate<Map<String, Object>> same =
        line ->
            byOutId
                ? Goods.isSame(line, wanted)
                : Goods.productId(shop, line) == Fields.number(wanted, "product_id")
                    && Goods.skuId(shop, line) == Fields.number(wanted, "sku_id");
    return Orders.lines(order).stream()
        .filter(same)
        .findFirst()
        .orElseThrow(() -> new SandboxError(1020004, "售后商品不存在于原订单"));
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
      throw new SandboxError(9401020, "参数有误: product_cnt");
    }
    long amount = AfterSales.amount(aftersale);
    if (amount < 1) {
      throw new SandboxError(9401020, "参数有误: orderamt");
    }
    if (amount > refundable.amount(line, units)) {
      throw new SandboxError(2747014, "售后金额不合法,大于最大可退款金额");
    }
  }

  /** Requires pictures from img/upload, each with its thumbnail. */
  static void media(Map<String, Object> request) {
    for (Map<String, Object> one : Fields.objects(request.get("media_list"))) {
      if (Fields.text(one, "thumb_url").isEmpty()) {
        throw new SandboxError(9401020, "参数有误: thumb_url");
      }
      if (Fields.number(one, "type") == PICTURE) {
        Pictures.requireOurs(List.of(Fields.text(one, "url"), Fields.text(one, "thumb_url")));
      }
    }
  }

  /** Counts a create or an update. */
  static void count(Map<String, Object> aftersale) {
    long changes = Fields.number(aftersale, "changes");
    if (changes >= MOST_CHANGES) {
      throw AfterSaleState.notAllowed();
    }
    aftersale.put("changes", changes + 1);
  }
}
