package com.wechaterp.hub.sandbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Pays outside the component, and uploads the shipping info of what was paid. */
final class Payments {

  private static final String BUYER = "oBuyer";

  private final SandboxClient client;
  private Instant uploaded = Instant.now();

  Payments(SandboxClient client) {
    this.client = client;
  }

  /** Goes back in time, so that the next upload is older than the last. */
  void goBack() {
    uploaded = uploaded.minusSeconds(60);
  }

  String pay(String tradeNo, String combine) {
    return client
        .pull("trade?trade_no=" + tradeNo + "&combine=" + combine + "&openid=" + BUYER)
        .path("transaction_id")
        .asString();
  }

  int upload(String tradeNo, Map<String, ?> changes) {
    Map<String, Object> request = new HashMap<>(unified("YTO", "YT0"));
    request.put("order_key", keyOf(tradeNo));
    request.put("payer", Map.of("openid", BUYER));
    uploaded = uploaded.plusMillis(10);
    request.put("upload_time", uploaded.toString());
    request.putAll(changes);
    return client.code("wxa/sec/order/upload_shipping_info", request);
  }

  int key(Map<String, ?> key) {
    return upload("T1", Map.of("order_key", key));
  }

  int combined(Map<String, ?>... parts) {
    uploaded = uploaded.plusMillis(10);
    return client.code(
        "wxa/sec/order/upload_combined_shipping_info",
        Map.of(
            "order_key", keyOf("C1"),
            "payer", Map.of("openid", BUYER),
            "sub_orders", List.of(parts),
            "upload_time", uploaded.toString()));
  }

  static Map<String, Object> part(String tradeNo) {
    Map<String, Object> part = new HashMap<>(unified("YTO", "YT-" + tradeNo));
    part.put("order_key", keyOf(tradeNo));
    return part;
  }

  static Map<String, Object> keyOf(String tradeNo) {
    return Map.of("order_number_type", 1, "mchid", "1900000109", "out_trade_no", tradeNo);
  }

  static Map<String, Object> unified(String company, String number) {
    return Map.of(
        "logistics_type", 1,
        "delivery_mode", 1,
        "shipping_list", List.of(parcel(company, number)));
  }

  @SafeVarargs
  static Map<String, Object> split(boolean all, Map<String, Object>... parcels) {
    return Map.of("delivery_mode", 2, "is_all_delivered", all, "shipping_list", List.of(parcels));
  }

  static Map<String, Object> parcel(String company, String number) {
    return parcel(company, number, "", "集线器*1");
  }

  static Map<String, Object> parcel(String company, String number, String phone, String goods) {
    Map<String, Object> parcel = new HashMap<>();
    parcel.put("express_company", company);
    parcel.put("tracking_no", number);
    parcel.put("item_desc", goods);
    if (!phone.isEmpty()) {
      parcel.put("contact", Map.of("consignor_contact", phone));
    }
    return parcel;
  }

  JsonNode get(String tradeNo) {
    return client.ok(
        "wxa/sec/order/get_order",
        Map.of("merchant_id", "1900000109", "merchant_trade_no", tradeNo));
  }

  JsonNode order(String tradeNo) {
    return get(tradeNo).path("order");
  }

  int remind(String id, long secondsFromNow) {
    return client.code(
        "wxa/sec/order/notify_confirm_receive",
        Map.of(
            "transaction_id",
            id,
            "received_time",
            Instant.now().getEpochSecond() + secondsFromNow));
  }

  int report(String id, int type, long until) {
    return client.code(
        "wxa/sec/order/opspecialorder",
        until == 0
            ? Map.of("order_id", id, "type", type)
            : Map.of("order_id", id, "type", type, "delay_to", until));
  }
}
