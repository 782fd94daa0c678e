package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.aftersale.AfterSaleRefused.Kind;
import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names a page of the merchant may use; those of the port {@code aftersale-requests}. */
final class RequestFields {

  static final String ID = "out_aftersale_id";

  static final Set<String> RETURN_INFO = Set.of("delivery_id", "delivery_name", "waybill_id");

  static final Set<String> OPEN =
      Set.of(
          ID,
          "out_order_id",
          "openid",
          "type",
          "orderamt",
          "refund_reason_type",
          "refund_reason",
          "media_list",
          "status",
          "finish_all_aftersale",
          "path",
          "product_infos");

  private static final Set<String> LINE = Set.of("out_product_id", "out_sku_id", "product_cnt");

  private RequestFields() {}

  /**
   * Checks the names of a body.
   *
   * @throws AfterSaleRefused for the first name nobody knows
   */
  static void check(String key, Map<String, ?> body, Set<String> known) {
    names(key, body, known);
    if (body.get("product_infos") instanceof List<?> lines) {
      for (Object line : lines) {
        if (line instanceof Map<?, ?> fields) {
          names(key, fields, LINE);
        }
      }
    }
  }

  private static void names(String key, Map<?, ?> body, Set<String> known) {
    for (Object name : body.keySet()) {
      if (!known.contains(String.valueOf(name))) {
        List<String> nearest = Nearest.of(String.valueOf(name), known);
        throw new AfterSaleRefused(
            Kind.MALFORMED,
            Problem.of(
                "aftersale-field-unknown",
                "key",
                key,
                "field",
                name,
                "nearest",
                nearest.isEmpty() ? "-" : String.join(", ", nearest)));
      }
    }
  }

  /** Returns the merchant's id of a body. */
  static String id(Map<String, ?> body) {
    Object id = body.get(ID);
    if (id == null || !String.valueOf(id).matches("[\\w-]{1,128}")) {
      throw new AfterSaleRefused(
          Kind.MALFORMED, Problem.of("aftersale-id", "field", ID, "found", id == null ? "-" : id));
    }
    return String.valueOf(id);
  }
}
