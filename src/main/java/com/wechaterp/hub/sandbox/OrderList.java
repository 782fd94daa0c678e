package com.wechaterp.hub.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Lists orders page by page: all, those of a promoter, those of a sharer. */
class OrderList {

  private static final int LARGEST_PAGE = 100;
  private static final int OLDEST_FIRST = 2;

  Map<String, Object> all(Shop shop, Map<String, Object> request) {
    Comparator<Map<String, Object>> byTime =
        Comparator.<Map<String, Object>, String>comparing(
                order -> Fields.text(order, "create_time"))
            .thenComparing(order -> Fields.number(order, "order_id"));
    boolean oldest = Fields.number(request, "sort_order") == OLDEST_FIRST;
    return page(
        shop,
        request,
        order -> within(request, "create_time", Fields.text(order, "create_time")),
        oldest ? byTime : byTime.reversed(),
        order -> OrderView.listed(shop, order));
  }

  Map<String, Object> ofPromoter(Shop shop, Map<String, Object> request) {
    String id = Fields.text(request, "promoter_id");
    String openid = Fields.text(request, "promoter_openid");
    if (id.isEmpty() && openid.isEmpty()) {
      throw OrderRefusal.of("promoter_id");
    }
    return paid(
        shop,
        request,
        promotion ->
            matches(id, promotion, "promoter_id") && matches(openid, promotion, "promoter_openid"));
  }

  Map<String, Object> ofSharer(Shop shop, Map<String, Object> request) {
    String openid = Fields.text(request, "sharer_openid");
    return paid(
        shop,
        request,
        promotion ->
            promotion.containsKey("sharer_openid") && matches(openid, promotion, "sharer_openid"));
  }

  private static boolean matches(String wanted, Map<String, Object> promotion, String field) {
    return wanted.isEmpty() || Fields.text(promotion, field).equals(wanted);
  }

  private static Map<String, Object> paid(
      Shop shop, Map<String, Object> request, Predicate<Map<String, Object>> brought) {
    Function<Map<String, Object>, String> payTime =
        order -> Fields.text(Orders.payment(order), "pay_time");
    return page(
        shop,
        request,
        order ->
            !payTime.apply(order).isEmpty()
                && within(request, "pay_time", payTime.apply(order))
                && brought.test(Fields.object(order.get("promotion_info"))),
        Comparator.comparing(payTime).reversed(),
        OrderView::brought);
  }

  private static Map<String, Object> page(
      Shop shop,
      Map<String, Object> request,
      Predicate<Map<String, Object>> wanted,
      Comparator<Map<String, Object>> order,
      Function<Map<String, Object>, Map<String, Object>> view) {
    long size = Fields.number(request, "page_size");
    long page = Math.max(1, Fields.number(request, "page"));
    if (size < 1 || size > LARGEST_PAGE) {
      throw new SandboxError(9401020, "参数有误: page_size");
    }
    List<Map<String, Object>> found =
        shop.all(Orders.KIND).stream().filter(wanted).sorted(order).toList();
    return Fields.of(
        "total_num",
        found.size(),
        "orders",
        found.stream().skip((page - 1) * size).limit(size).map(view).toList());
  }

  private static boolean within(Map<String, Object> request, String field, String at) {
    String from = Fields.text(request, "start_" + field);
    String to = Fields.text(request, "end_" + field);
    return (from.isEmpty() || at.compareTo(from) >= 0) && (to.isEmpty() || at.compareTo(to) <= 0);
  }
}
