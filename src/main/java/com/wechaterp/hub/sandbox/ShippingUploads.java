package com.wechaterp.hub.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes the shipping info of payments, single and combined, and one correction of each. */
class ShippingUploads implements OperationFamily {

  private final SettlementNotices notices;

  ShippingUploads(SettlementNotices notices) {
    this.notices = notices;
  }

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of(
        "wxa/sec/order/upload_shipping_info", this::upload,
        "wxa/sec/order/upload_combined_shipping_info", this::uploadCombined);
  }

  private Map<String, Object> upload(Shop shop, Map<String, Object> request) {
    Instant time = ShippingRules.uploadTime(request);
    Map<String, Object> payment =
        payable(shop, Fields.object(request.get("order_key")), request, request);
    requireNews(payment, request, time);
    ship(shop, payment, request, time);
    return Map.of();
  }

  /** All parts are checked before any is shipped. */
  private Map<String, Object> uploadCombined(Shop shop, Map<String, Object> request) {
    Instant time = ShippingRules.uploadTime(request);
    Map<String, Object> mainKey = Fields.object(request.get("order_key"));
    Set<String> parts =
        SecOrders.combined(shop, mainKey).stream()
            .map(one -> Fields.text(one, "transaction_id"))
            .collect(Collectors.toSet());
    List<Map<String, Object>> uploads = Fields.objects(request.get("sub_orders"));
    List<Map<String, Object>> payments = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Map<String, Object> upload : uploads) {
      Map<String, Object> key = Fields.object(upload.get("order_key"));
      if (Fields.number(key, "order_number_type") != Fields.number(mainKey, "order_number_type")) {
        throw new SandboxError(268485253, "主单与子单的单号类型不一致");
      }
      Map<String, Object> payment = payable(shop, key, upload, request);
      String id = Fields.text(payment, "transaction_id");
      if (!seen.add(id)) {
        throw new SandboxError(10060013, "子单单号重复");
      }
      if (!parts.contains(id)) {
        throw new SandboxError(10060001, "支付单不存在");
      }
      payments.add(payment);
    }
    boolean news = false;
    for (int i = 0; i < payments.size(); i++) {
      news |= isNews(payments.get(i), uploads.get(i), time);
    }
    if (!news) {
      throw notUpdated();
    }
    for (int i = 0; i < payments.size(); i++) {
      if (isNews(payments.get(i), uploads.get(i), time)) {
        ship(shop, payments.get(i), uploads.get(i), time);
      }
    }
    return Map.of();
  }

  /** Returns the payment that info is for, if it fits and the payment can be shipped. */
  private static Map<String, Object> payable(
      Shop shop, Map<String, Object> key, Map<String, Object> info, Map<String, Object> request) {
    Map<String, Object> payment = SecOrders.byKey(shop, key);
    String openid = Fields.text(Fields.object(request.get("payer")), "openid");
    if (!Fields.text(payment, "openid").equals(openid)) {
      throw new SandboxError(10060031, "订单不属于openid所指定的用户");
    }
    ShippingRules.check(info);
    if (SecOrders.is(payment, SecOrders.REFUNDED)) {
      throw new SandboxError(10060004, "支付单处于不可发货的状态");
    }
    if (!SecOrders.is(payment, SecOrders.TO_SHIP) && !SecOrders.is(payment, SecOrders.SHIPPED)) {
      throw new SandboxError(10060002, "支付单已完成发货，无法继续发货");
    }
    return payment;
  }

  private static void requireNews(
      Map<String, Object> payment, Map<String, Object> info, Instant time) {
    if (!isNews(payment, info, time)) {
      throw notUpdated();
    }
  }

  private static SandboxError notUpdated() {
    return new SandboxError(10060023, "发货信息未更新");
  }

  /** The same info again, or info older than what is there, changes nothing. */
  private static boolean isNews(
      Map<String, Object> payment, Map<String, Object> info, Instant time) {
    return !Fields.object(payment.get("uploaded")).equals(essence(info))
        && time.toEpochMilli() > Fields.number(payment, "uploaded_at");
  }

  private static Map<String, Object> essence(Map<String, Object> info) {
    return Fields.of(
        "logistics_type", Fields.number(info, "logistics_type"),
        "delivery_mode", Fields.number(info, "delivery_mode"),
        "is_all_delivered", !ShippingRules.isUnfinished(info),
        "shipping_list", String.valueOf(info.get("shipping_list")));
  }

  private void ship(
      Shop shop, Map<String, Object> payment, Map<String, Object> info, Instant time) {
    Map<String, Object> shipping = SecOrders.shipping(payment);
    long finished = Fields.number(shipping, "finish_shipping_count");
    if (finished > 1) {
      throw new SandboxError(10060003, "支付单已使用重新发货机会");
    }
    List<Object> parcels = new ArrayList<>();
    if (finished == 0) {
      parcels.addAll(Fields.objects(shipping.get("shipping_list")));
    }
    for (Map<String, Object> parcel : Fields.objects(info.get("shipping_list"))) {
      Map<String, Object> shown = shown(parcel, time);
      parcels.removeIf(one -> isSame(Fields.object(one), shown));
      parcels.add(shown);
    }
    if (parcels.size() > ShippingRules.MOST_PARCELS) {
      throw new SandboxError(10060024, "物流信息列表太长");
    }
    boolean all = !ShippingRules.isUnfinished(info);
    shipping.put("delivery_mode", Fields.number(info, "delivery_mode"));
    shipping.put("logistics_type", Fields.number(info, "logistics_type"));
    shipping.put("finish_shipping", all);
    shipping.put("finish_shipping_count", all || finished > 0 ? finished + 1 : 0);
    shipping.put("shipping_list", parcels);
    shipping.put(
        "goods_desc",
        Fields.objects(parcels).stream()
            .map(parcel -> Fields.text(parcel, "goods_desc"))
            .collect(Collectors.joining("；")));
    payment.put("uploaded", essence(info));
    payment.put("uploaded_at", time.toEpochMilli());
    if (all) {
      payment.put("order_state", SecOrders.SHIPPED);
      payment.put("shipped_time", shop.clock().now().getEpochSecond());
    }
    SecOrders.save(shop, payment);
    if (all) {
      notices.settlement(shop, payment);
    }
  }

  private static Map<String, Object> shown(Map<String, Object> parcel, Instant time) {
    return Fields.of(
        "tracking_no", Fields.text(parcel, "tracking_no"),
        "express_company", Fields.text(parcel, "express_company"),
        "goods_desc", Fields.text(parcel, "item_desc"),
        "contact", parcel.get("contact"),
        "upload_time", time.getEpochSecond());
  }

  private static boolean isSame(Map<String, Object> one, Map<String, Object> other) {
    return !Fields.text(one, "tracking_no").isEmpty()
        && Fields.text(one, "tracking_no").equals(Fields.text(other, "tracking_no"))
        && Fields.text(one, "express_company").equals(Fields.text(other, "express_company"));
  }
}
