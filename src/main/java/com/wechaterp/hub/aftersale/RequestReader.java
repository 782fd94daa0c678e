package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.aftersale.AfterSale.Line;
import com.wechaterp.hub.document.Columns;
import com.wechaterp.hub.plan.HoldException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an {@link AfterSaleRequest} of a document of the ERP or of the merchant's own pages. */
final class RequestReader {

  /** WeChat's number for a reason of another kind (enum aftersale.reason). */
  private static final long OTHER = 12;

  private RequestReader() {}

  /**
   * Returns the request.
   *
   * @throws HoldException if columns have the wrong type, all of them named
   */
  static AfterSaleRequest read(String key, Map<String, ?> document) {
    Columns columns = new Columns("aftersale", key, document);
    long status = columns.number("status", AfterSaleStateV1.UNKNOWN.code());
    AfterSaleRequest request =
        new AfterSaleRequest(
            key,
            columns.text("out_order_id"),
            columns.text("openid"),
            AfterSaleType.of((int) columns.number("type")),
            columns.rows("product_infos", "out_sku_id").stream().map(RequestReader::line).toList(),
            columns.number("orderamt"),
            (int) columns.number("refund_reason_type", OTHER),
            columns.text("refund_reason").strip(),
            columns.texts("media_list"),
            columns.flag("cancel", false),
            columns.text("delivery_id").strip(),
            columns.text("delivery_name").strip(),
            columns.text("waybill_id").strip(),
            status == AfterSaleStateV1.UNKNOWN.code() ? null : (int) status,
            columns.flag("finish_all_aftersale", false),
            columns.text("path"),
            columns.time("create_time"),
            columns.extra());
    columns.end();
    return request;
  }

  private static Line line(Columns row) {
    return new Line(row.text("out_product_id"), row.text("out_sku_id"), row.number("product_cnt"));
  }

  /**
   * Returns one document of what the merchant's own pages asked and what the ERP says: the ERP's
   * values win, and what only one of them knows counts.
   */
  static Map<String, Object> together(
      @Nullable Map<String, ?> pages, @Nullable Map<String, ?> erp) {
    Map<String, Object> both = new LinkedHashMap<>();
    for (Map<String, ?> one : Arrays.asList(pages, erp)) {
      if (one != null) {
        one.forEach(
            (name, value) -> {
              if (!"".equals(value) && !Boolean.FALSE.equals(value) || !both.containsKey(name)) {
                both.put(name, value);
              }
            });
      }
    }
    return both;
  }
}
