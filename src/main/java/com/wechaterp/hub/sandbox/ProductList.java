package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/** Lists products page by page, filtered by state and time (shop/spu/get_list). */
class ProductList {

  private static final int LARGEST_PAGE = 100;

  Map<String, Object> answer(Shop shop, Map<String, Object> request) {
    long size = Fields.number(request, "page_size");
    long page = Math.max(1, Fields.number(request, "page"));
    if (size < 1 || size > LARGEST_PAGE) {
      throw new SandboxError(9401020, "参数有误: page_size");
    }
    List<Map<String, Object>> found =
        shop.all(Audits.PRODUCT).stream()
            .filter(product -> !Boolean.TRUE.equals(product.get("deleted")))
            .filter(product -> matches(product, request))
            .toList();
    boolean draft = Fields.number(request, "need_edit_spu") == 1;
    return Fields.of(
        "total_num",
        found.size(),
        "spus",
        found.stream()
            .skip((page - 1) * size)
            .limit(size)
            .map(product -> ProductOperations.shown(product, draft))
            .toList());
  }

  /** The creation range wins when both are given (operations, notes of get_list). */
  private static boolean matches(Map<String, Object> product, Map<String, Object> request) {
    boolean state =
        !request.containsKey("status")
            || Fields.number(product, "status") == Fields.number(request, "status");
    boolean created = within(product, request, "create_time");
    boolean updated =
        request.containsKey("start_create_time") || within(product, request, "update_time");
    return state && created && updated;
  }

  private static boolean within(
      Map<String, Object> product, Map<String, Object> request, String field) {
    String from = Fields.text(request, "start_" + field);
    String to = Fields.text(request, "end_" + field);
    String at = Fields.text(product, field);
    return from.isEmpty() || to.isEmpty() || at.compareTo(from) >= 0 && at.compareTo(to) <= 0;
  }
}
