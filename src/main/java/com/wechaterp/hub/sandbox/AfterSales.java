package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The after-sales of a shop that WeChat drives, found by either id. */
final class AfterSales {

  static final String KIND = "aftersale";
  private static final String OUT_IDS = "aftersale-out-id";
  private static final String RELATED = "related_aftersale_info";

  private AfterSales() {}

  /**
   * Returns the after-sale that a request names.
   *
   * @throws SandboxError 2747007 if there is none, or if its two ids name different ones
   */
  static Map<String, Object> named(Shop shop, Map<String, Object> request) {
    String id = Fields.text(request, "aftersale_id");
    String outId = Fields.text(request, "out_aftersale_id");
    Map<String, Object> found = id.isEmpty() ? byOutId(shop, outId) : shop.get(KIND, id);
    if (found == null
        || !outId.isEmpty() && !Fields.text(found, "out_aftersale_id").equals(outId)) {
      throw AfterSaleRefusal.unknown();
    }
    return found;
  }

  /**
   * Returns the after-sale that a request names, if it is the buyer's.
   *
   * @throws SandboxError 2747007 or 990001
   */
  static Map<String, Object> ofBuyer(Shop shop, Map<String, Object> request) {
    Map<String, Object> aftersale = named(shop, request);
    if (!Fields.text(aftersale, "openid").equals(Fields.text(request, "openid"))) {
      throw new SandboxError(990001, "OPENID非法");
    }
    return aftersale;
  }

  /** Returns an after-sale by either of its ids. */
  static Optional<Map<String, Object>> find(Shop shop, String eitherId) {
    Map<String, Object> found = shop.get(KIND, eitherId);
    return Optional.ofNullable(found == null ? byOutId(shop, eitherId) : found);
  }

  private static @Nullable Map<String, Object> byOutId(Shop shop, String outId) {
    Map<String, Object> entry = outId.isEmpty() ? null : shop.get(OUT_IDS, outId);
    return entry == null ? null : shop.get(KIND, Fields.text(entry, "aftersale_id"));
  }

  /** Keeps an after-sale, with the time of its change. */
  static void save(Shop shop, Map<String, Object> aftersale) {
    aftersale.put("update_time", now(shop));
    shop.put(KIND, Fields.text(aftersale, "aftersale_id"), aftersale);
  }

  /** Keeps a new after-sale, and that its order has it. */
  static void begin(Shop shop, Map<String, Object> aftersale) {
    aftersale.put("create_time", now(shop));
    save(shop, aftersale);
    Map<String, Object> ids = ids(aftersale);
    if (!Fields.text(aftersale, "out_aftersale_id").isEmpty()) {
      shop.put(OUT_IDS, Fields.text(aftersale, "out_aftersale_id"), ids);
    }
    Map<String, Object> order = order(shop, aftersale);
    List<Map<String, Object>> related = related(order);
    related.add(ids);
    order.put(RELATED, Fields.of("aftersale_list", related));
    Orders.save(shop, order);
  }

  /** Times of after-sales are milliseconds as text (WeChat docs, conventions of the interface). */
  private static String now(Shop shop) {
    return String.valueOf(shop.clock().now().toEpochMilli());
  }

  /** Returns a time that an after-sale carries. */
  static Due due(String field) {
    return new Due(KIND, "aftersale_id", field);
  }

  /** Returns both ids, as nearly every event about an after-sale names them. */
  static Map<String, Object> ids(Map<String, Object> aftersale) {
    return Fields.of(
        "aftersale_id",
        aftersale.get("aftersale_id"),
        "out_aftersale_id",
        Fields.text(aftersale, "out_aftersale_id"));
  }

  static boolean isSame(Map<String, Object> one, Map<String, Object> other) {
    return Fields.text(one, "aftersale_id").equals(Fields.text(other, "aftersale_id"));
  }

  static Map<String, Object> order(Shop shop, Map<String, Object> aftersale) {
    return shop.held(Orders.KIND, Fields.text(aftersale, "out_order_id"));
  }

  /** Returns the after-sales of an order, oldest first. */
  static List<Map<String, Object>> of(Shop shop, Map<String, Object> order) {
    return related(order).stream()
        .map(ids -> shop.get(KIND, Fields.text(ids, "aftersale_id")))
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<Map<String, Object>> related(Map<String, Object> order) {
    return Fields.objects(Fields.object(order.get(RELATED)).get("aftersale_list"));
  }

  /** Returns whether the goods are, or were, on their way back. */
  static boolean wasSentBack(Map<String, Object> aftersale) {
    return !Fields.text(Fields.object(aftersale.get("return_info")), "waybill_id").isEmpty();
  }

  static Map<String, Object> line(Map<String, Object> aftersale) {
    return Fields.object(aftersale.get("product_info"));
  }

  static long amount(Map<String, Object> aftersale) {
    return Fields.number(aftersale, "orderamt");
  }
}
