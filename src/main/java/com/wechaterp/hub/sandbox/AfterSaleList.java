package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/** Lists the ids of after-sales, oldest first, times in milliseconds (ecaftersale/get_list). */
class AfterSaleList {

  private static final int LARGEST_PAGE = 50;

  Map<String, Object> answer(Shop shop, Map<String, Object> request) {
    long offset = Fields.number(request, "offset");
    long limit = Fields.number(request, "limit");
    if (offset < 0 || limit < 1 || limit > LARGEST_PAGE) {
      throw AfterSaleRefusal.wrong("limit");
    }
    List<Object> found =
        shop.all(AfterSales.KIND).stream()
            .filter(aftersale -> matches(aftersale, request))
            .map(aftersale -> aftersale.get("aftersale_id"))
            .toList();
    return Fields.of(
        "after_sales_orders",
        found.stream().skip(offset).limit(limit).toList(),
        "has_more",
        found.size() > offset + limit);
  }

  private static boolean matches(Map<String, Object> aftersale, Map<String, Object> request) {
    for (String field : List.of("status", "out_order_id", "order_id", "openid")) {
      String wanted = Fields.text(request, field);
      if (!wanted.isEmpty() && !Fields.text(aftersale, field).equals(wanted)) {
        return false;
      }
    }
    long created = Fields.number(aftersale, "create_time");
    long end = Fields.number(request, "end_create_time");
    return created >= Fields.number(request, "begin_create_time") && (end == 0 || created <= end);
  }
}
