package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/** Disputes as the merchant reads and answers them. */
class ComplaintOperations implements OperationFamily {

  private static final int LARGEST_PAGE = 50;

  private final ComplaintLife life;

  ComplaintOperations(ComplaintLife life) {
    this.life = life;
  }

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of(
        "shop/complaint/get_list", ComplaintOperations::list,
        "shop/complaint/get", ComplaintOperations::get,
        "shop/complaint/upload_material", this::upload);
  }

  private static Map<String, Object> list(Shop shop, Map<String, Object> request) {
    long offset = Fields.number(request, "offset");
    long limit = Fields.number(request, "limit");
    if (offset < 0 || limit < 1 || limit > LARGEST_PAGE) {
      throw new SandboxError(9401020, "参数有误: limit");
    }
    List<Map<String, Object>> found =
        shop.all(Complaints.KIND).stream()
            .filter(complaint -> matches(complaint, request))
            .map(Complaints::shown)
            .toList();
    return Fields.of(
        "orders", found.stream().skip(offset).limit(limit).toList(), "total", found.size());
  }

  /** The state is filtered by either of its two names (the contract's notes on get_list). */
  private static boolean matches(Map<String, Object> complaint, Map<String, Object> request) {
    for (String field : List.of("state", "status", "type", "order_id", "after_sale_order_id")) {
      String wanted = Fields.text(request, field);
      String own = field.equals("status") ? "state" : field;
      if (!wanted.isEmpty() && !Fields.text(complaint, own).equals(wanted)) {
        return false;
      }
    }
    long created = Fields.number(complaint, "create_time");
    long end = Fields.number(request, "end_create_time");
    return created >= Fields.number(request, "begin_create_time") && (end == 0 || created <= end);
  }

  private static Map<String, Object> get(Shop shop, Map<String, Object> request) {
    Map<String, Object> complaint = Complaints.named(shop, request);
    return Fields.of(
        "order",
        Complaints.shown(complaint),
        "flow_info",
        Fields.copy(Fields.of("list", Complaints.items(complaint))));
  }

  private Map<String, Object> upload(Shop shop, Map<String, Object> request) {
    Map<String, Object> complaint = Complaints.named(shop, request);
    Map<String, Object> material = Fields.object(request.get("material_info"));
    if (Fields.text(material, "content").isBlank()) {
      throw new SandboxError(9401020, "参数有误: content");
    }
    Pictures.requireOurs(Fields.texts(material.get("media_url_list")));
    life.merchantEvidence(shop, complaint, Fields.copy(material));
    return Map.of();
  }
}
