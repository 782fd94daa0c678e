package com.wechaterp.hub.shipment;

import com.wechaterp.hub.document.Columns;
import com.wechaterp.hub.document.PastedText;
import com.wechaterp.hub.plan.HoldException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Shipment} of the ERP's document, naming every column of a wrong type. */
final class ShipmentReader {

  private ShipmentReader() {}

  /**
   * Returns the shipment, or null if the ERP has none.
   *
   * @throws HoldException if columns have the wrong type, all of them named
   */
  static @Nullable Shipment read(@Nullable Map<String, ?> document) {
    if (document == null) {
      return null;
    }
    String key = String.valueOf(document.get("out_order_id"));
    Columns columns = new Columns("shipment", key, document);
    Shipment shipment =
        new Shipment(
            key,
            columns.text("openid").strip(),
            (int) columns.number("delivery_type", 0),
            parcels(columns),
            document.get("finish_all_delivery") == null
                ? null
                : columns.flag("finish_all_delivery", false),
            columns.time("ship_done_time"),
            columns.flag("received", false),
            columns.extra());
    columns.end();
    return shipment;
  }

  /** Rows of the same courier and tracking number are one parcel. */
  private static List<Parcel> parcels(Columns columns) {
    Map<List<String>, Map<List<String>, Goods>> parcels = new LinkedHashMap<>();
    for (Columns row : columns.rows("delivery_list", "waybill_id")) {
      Map<List<String>, Goods> parcel =
          parcels.computeIfAbsent(
              List.of(row.text("delivery_id").strip(), PastedText.plain(row.text("waybill_id"))),
              each -> new LinkedHashMap<>());
      String product = row.text("out_product_id").strip();
      String sku = row.text("out_sku_id").strip();
      if (!product.isEmpty() || !sku.isEmpty()) {
        Goods goods = new Goods(product, sku, row.number("product_cnt"));
        parcel.merge(
            List.of(product, sku),
            goods,
            (before, more) -> before.count(before.productCnt() + more.productCnt()));
      }
    }
    List<Parcel> all = new ArrayList<>();
    parcels.forEach(
        (ids, goods) -> all.add(new Parcel(ids.get(0), ids.get(1), List.copyOf(goods.values()))));
    return all;
  }
}
