package com.wechaterp.hub.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * After-sales that WeChat drives: what the buyer's pages and the merchant ask (WeChat docs,
 * after-sales [售后 2.0]).
 */
class AfterSaleOperations implements OperationFamily {

  private final AfterSaleLife life;
  private final AfterSaleEvents events;
  private final Refunds refunds;
  private final Couriers couriers;

  AfterSaleOperations(
      AfterSaleLife life, AfterSaleEvents events, Refunds refunds, Couriers couriers) {
    this.life = life;
    this.events = events;
    this.refunds = refunds;
    this.couriers = couriers;
  }

  @Override
  public Map<String, SandboxOperation> operations() {
    Map<String, SandboxOperation> operations = new LinkedHashMap<>();
    operations.put(
        "shop/ecaftersale/add",
        (shop, request) -> Fields.of("aftersale_id", add(shop, request).get("aftersale_id")));
    operations.put("shop/ecaftersale/update", this::update);
    operations.put("shop/ecaftersale/cancel", this::cancel);
    operations.put("shop/ecaftersale/uploadreturninfo", this::sendBack);
    operations.put("shop/ecaftersale/get_list", new AfterSaleList()::answer);
    operations.put("shop/ecaftersale/get", this::get);
    operations.put("shop/ecaftersale/merchantupdate", this::changeAddress);
    operations.put("shop/ecaftersale/acceptrefund", this::acceptRefund);
    operations.put("shop/ecaftersale/acceptreturn", this::acceptReturn);
    operations.put("shop/ecaftersale/reject", this::reject);
    operations.put("shop/ecaftersale/upload_certificates", this::certify);
    operations.put("shop/ecaftersale/merchanttest", new MerchantTest(life)::force);
    return operations;
  }

  /** Opens an after-sale; a repeat by the merchant's id counts, and changes nothing. */
  Map<String, Object> add(Shop shop, Map<String, Object> request) {
    Map<String, Object> order = order(shop, request);
    String outId = Fields.text(request, "out_aftersale_id");
    Optional<Map<String, Object>> known =
        outId.isEmpty() ? Optional.empty() : AfterSales.find(shop, outId);
    if (known.isPresent()) {
      Map<String, Object> aftersale = AfterSales.ofBuyer(shop, request);
      AfterSaleCheck.count(aftersale);
      AfterSales.save(shop, aftersale);
      return aftersale;
    }
    AfterSaleCheck.order(shop, order);
    AfterSaleCheck.media(request);
    Map<String, Object> wanted = Fields.object(request.get("product_info"));
    Map<String, Object> line = AfterSaleCheck.goods(shop, order, request);
    Map<String, Object> aftersale =
        Fields.of(
            "aftersale_id", shop.nextId(),
            "out_aftersale_id", outId,
            "order_id", order.get("order_id"),
            "out_order_id", order.get("out_order_id"),
            "openid", order.get("openid"),
            "type", request.get("type"),
            "product_info", Goods.shown(shop, line, Fields.number(wanted, "product_cnt")),
            "return_info", Fields.of("order_return_time", 0, "waybill_id", ""),
            "refund_pay_detail", Fields.of("refund_id", ""),
            "return_id", "",
            "changes", 1);
    take(aftersale, request);
    AfterSaleCheck.amounts(shop, order, aftersale);
    aftersale.put("status", AfterSaleState.MERCHANT_HANDLES_REFUND.code());
    AfterSales.begin(shop, aftersale);
    life.handToMerchant(shop, aftersale);
    return aftersale;
  }

  private static Map<String, Object> order(Shop shop, Map<String, Object> request) {
    try {
      return Orders.ofBuyer(shop, request);
    } catch (SandboxError e) {
      throw e.errcode() == Orders.UNKNOWN ? AfterSaleRefusal.unknownOrder() : e;
    }
  }

  private static void take(Map<String, Object> aftersale, Map<String, Object> request) {
    for (String field : List.of("orderamt", "refund_reason_type", "refund_reason")) {
      aftersale.put(field, request.get(field));
    }
    aftersale.put("media_list", Fields.objects(request.get("media_list")));
  }

  Map<String, Object> update(Shop shop, Map<String, Object> request) {
    Map<String, Object> known = AfterSales.ofBuyer(shop, request);
    AfterSaleState.require(
        known,
        AfterSaleState.MERCHANT_HANDLES_REFUND,
        AfterSaleState.MERCHANT_HANDLES_RETURN,
        AfterSaleState.REFUND_REJECTED,
        AfterSaleState.RETURN_REJECTED);
    if (AfterSaleState.RETURN_REJECTED.isOf(known) && AfterSales.wasSentBack(known)) {
      throw AfterSaleState.notAllowed();
    }
    if (Fields.number(known, "type") != Fields.number(request, "type")) {
      throw AfterSaleRefusal.wrong("type");
    }
    AfterSaleCheck.media(request);
    Map<String, Object> aftersale = Fields.copy(known);
    take(aftersale, request);
    AfterSaleCheck.amounts(shop, AfterSales.order(shop, aftersale), aftersale);
    AfterSaleCheck.count(aftersale);
    life.handToMerchant(shop, aftersale);
    events.push(shop, "aftersale_update_order", aftersale);
    return Map.of();
  }

  private Map<String, Object> cancel(Shop shop, Map<String, Object> request) {
    life.cancel(shop, AfterSales.ofBuyer(shop, request));
    return Map.of();
  }

  Map<String, Object> sendBack(Shop shop, Map<String, Object> request) {
    Map<String, Object> aftersale = AfterSales.ofBuyer(shop, request);
    couriers.requireKnown(Fields.text(request, "delivery_id"));
    Map<String, Object> parcel = new LinkedHashMap<>();
    for (String field : List.of("delivery_id", "delivery_name", "waybill_id")) {
      parcel.put(field, request.get(field));
    }
    life.sendBack(shop, aftersale, parcel);
    return Map.of();
  }

  private Map<String, Object> get(Shop shop, Map<String, Object> request) {
    return Fields.of("after_sales_order", AfterSaleView.shown(AfterSales.named(shop, request)));
  }

  /** The merchant may say where the goods go back to, as long as nobody agreed to their return. */
  private Map<String, Object> changeAddress(Shop shop, Map<String, Object> request) {
    Map<String, Object> change = Fields.object(request.get("after_sales_order"));
    Map<String, Object> aftersale = AfterSales.named(shop, change);
    AfterSaleState.require(
        aftersale, AfterSaleState.MERCHANT_HANDLES_REFUND, AfterSaleState.MERCHANT_HANDLES_RETURN);
    aftersale.put(
        "return_address_info", Fields.copy(Fields.object(change.get("return_address_info"))));
    AfterSales.save(shop, aftersale);
    return Map.of();
  }

  private Map<String, Object> acceptRefund(Shop shop, Map<String, Object> request) {
    life.acceptRefund(shop, AfterSales.named(shop, request));
    return Map.of();
  }

  private Map<String, Object> acceptReturn(Shop shop, Map<String, Object> request) {
    Map<String, Object> aftersale = AfterSales.named(shop, request);
    AfterSaleState.require(aftersale, AfterSaleState.MERCHANT_HANDLES_RETURN);
    Map<String, Object> given = Fields.object(request.get("address_info"));
    Map<String, Object> address =
        given.isEmpty() ? AfterSaleLife.defaultAddress(shop, aftersale) : given;
    if (address.isEmpty()) {
      throw AfterSaleRefusal.address();
    }
    life.awaitReturn(shop, aftersale, Fields.copy(address));
    return Map.of();
  }

  private Map<String, Object> reject(Shop shop, Map<String, Object> request) {
    life.reject(shop, AfterSales.named(shop, request));
    return Map.of();
  }

  private Map<String, Object> certify(Shop shop, Map<String, Object> request) {
    refunds.certify(
        shop,
        AfterSales.named(shop, request),
        Fields.text(request, "refund_desc"),
        Fields.texts(request.get("certificates")));
    return Map.of();
  }
}
