package com.wechaterp.hub.shippinginfo;

import com.wechaterp.hub.document.Columns;
import com.wechaterp.hub.document.PastedText;
import com.wechaterp.hub.plan.HoldException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes {@link ShippingInfo} of a document of the port {@code shipments}. */
final class ShippingInfoReader {

  private static final String SEPARATOR = "；";

  private ShippingInfoReader() {}

  /**
   * Returns the shipping info, or null if the ERP has none.
   *
   * @throws HoldException if columns have the wrong type, all of them named
   */
  static @Nullable ShippingInfo read(@Nullable Map<String, ?> document) {
    if (document == null) {
      return null;
    }
    String key = String.valueOf(document.get("out_order_id"));
    Columns columns = new Columns("shipment", key, document);
    PaymentKey payment = key(columns);
    int logistics = (int) columns.number("logistics_type", 0);
    ShippingInfo info =
        new ShippingInfo(
            key,
            payment,
            columns.text("openid").strip(),
            logistics == 0
                ? LogisticsType.ofDeliveryType((int) columns.number("delivery_type", 0))
                : LogisticsType.of(logistics),
            parts(payment, columns),
            document.get("finish_all_delivery") == null
                ? null
                : columns.flag("finish_all_delivery", false),
            columns.time("ship_done_time"),
            columns.time("received_time"),
            Contact.of(columns.text("consignor_contact"), columns.text("receiver_contact")),
            columns.extra());
    columns.end();
    return info;
  }

  private static PaymentKey key(Columns columns) {
    return new PaymentKey(
        columns.text("transaction_id").strip(),
        columns.text("merchant_id").strip(),
        columns.text("merchant_trade_no").strip());
  }

  /** Rows that name a payment of their own are the sub orders of a combined one. */
  private static List<ShippingInfo.Part> parts(PaymentKey payment, Columns columns) {
    Map<PaymentKey, Map<List<String>, List<String>>> parts = new LinkedHashMap<>();
    for (Columns row : columns.rows("delivery_list", "waybill_id")) {
      PaymentKey own = key(row);
      Map<List<String>, List<String>> parcels =
          parts.computeIfAbsent(own.isComplete() ? own : payment, each -> new LinkedHashMap<>());
      List<String> ids =
          List.of(row.text("delivery_id").strip(), PastedText.plain(row.text("waybill_id")));
      String text = row.text("item_desc").strip();
      List<String> texts = parcels.computeIfAbsent(ids, each -> new ArrayList<>());
      if (!text.isEmpty()) {
        texts.add(text + "*" + row.number("product_cnt", 1));
      }
    }
    if (parts.isEmpty()) {
      return List.of(new ShippingInfo.Part(payment, List.of()));
    }
    List<ShippingInfo.Part> all = new ArrayList<>();
    parts.forEach((key, parcels) -> all.add(new ShippingInfo.Part(key, parcels(parcels))));
    return all;
  }

  private static List<TradeParcel> parcels(Map<List<String>, List<String>> parcels) {
    List<TradeParcel> all = new ArrayList<>();
    parcels.forEach(
        (ids, texts) ->
            all.add(new TradeParcel(ids.get(0), ids.get(1), String.join(SEPARATOR, texts))));
    return all;
  }
}
