package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The disputes of a shop, and how WeChat shows them. */
final class Complaints {

  static final String KIND = "complaint";

  private static final List<String> SHOWN =
      List.of(
          "complaint_order_id",
          "order_id",
          "after_sale_order_id",
          "openid",
          "phone_number",
          "state",
          "type",
          "create_time",
          "update_time",
          "expired_time",
          "judge_result");

  private Complaints() {}

  /**
   * Returns the dispute that a request names.
   *
   * @throws SandboxError 9401020 if there is none
   */
  static Map<String, Object> named(Shop shop, Map<String, Object> request) {
    Map<String, Object> found = shop.get(KIND, Fields.text(request, "complaint_order_id"));
    if (found == null) {
      throw new SandboxError(9401020, "参数有误: complaint_order_id");
    }
    return found;
  }

  /** Returns a dispute by its id or by either id of its after-sale. */
  static Optional<Map<String, Object>> find(Shop shop, String id) {
    Map<String, Object> found = shop.get(KIND, id);
    return Optional.ofNullable(found).or(() -> AfterSales.find(shop, id).flatMap(a -> of(shop, a)));
  }

  private static Optional<Map<String, Object>> of(Shop shop, Map<String, Object> aftersale) {
    return Fields.texts(aftersale.get("complaint_order_id_list")).stream()
        .findFirst()
        .map(id -> shop.get(KIND, id));
  }

  static Map<String, Object> aftersale(Shop shop, Map<String, Object> complaint) {
    return shop.held(AfterSales.KIND, Fields.text(complaint, "after_sale_order_id"));
  }

  /** Keeps a dispute, with the time of its change. */
  static void save(Shop shop, Map<String, Object> complaint) {
    complaint.put("update_time", shop.clock().now().getEpochSecond());
    shop.put(KIND, Fields.text(complaint, "complaint_order_id"), complaint);
  }

  /** Adds what happened to a dispute that the caller keeps. */
  static void record(
      Shop shop,
      Map<String, Object> complaint,
      ComplaintEvent event,
      @Nullable Map<String, Object> material) {
    List<Map<String, Object>> items = items(complaint);
    items.add(event.item(shop, Fields.number(complaint, "state"), material));
    complaint.put("flow", items);
  }

  /** Returns what happened to a dispute, oldest first. */
  static List<Map<String, Object>> items(Map<String, Object> complaint) {
    return Fields.objects(complaint.get("flow"));
  }

  /** Returns a dispute without what happened to it. */
  static Map<String, Object> shown(Map<String, Object> complaint) {
    Map<String, Object> shown = Fields.of();
    SHOWN.forEach(name -> shown.put(name, complaint.get(name)));
    return Fields.copy(shown);
  }

  /** Returns a time that a dispute carries. */
  static Due due(String field) {
    return new Due(KIND, "complaint_order_id", field);
  }
}
