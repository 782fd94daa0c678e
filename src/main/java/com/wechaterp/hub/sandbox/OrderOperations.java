package com.wechaterp.hub.sandbox;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Orders until they are paid, in both contract generations (WeChat docs, the two contracts [接口升级];
 * orders [订单]).
 */
class OrderOperations implements OperationFamily {

  private static final int PAID = 1;

  private final SandboxProperties.Orders settings;
  private final OrderCheck check;
  private final OrderLife life;

  OrderOperations(SandboxProperties.Orders settings, OrderLife life) {
    this.settings = settings;
    this.check = new OrderCheck(settings);
    this.life = life;
  }

  @Override
  public Map<String, SandboxOperation> operations() {
    OrderList lists = new OrderList();
    Map<String, SandboxOperation> operations = new LinkedHashMap<>();
    operations.put("shop/scene/check", this::checkScene);
    operations.put("shop/order/add", this::add);
    operations.put("shop/order/pay", this::pay);
    operations.put("shop/order/getpaymentparams", this::paymentParams);
    operations.put("shop/order/close", this::close);
    operations.put("shop/order/change_price", new PriceChange()::answer);
    operations.put("shop/order/get", this::get);
    operations.put("shop/order/get_list", lists::all);
    operations.put("shop/order/get_list_by_finder", lists::ofPromoter);
    operations.put("shop/order/get_list_by_sharer", lists::ofSharer);
    return operations;
  }

  private Map<String, Object> checkScene(Shop shop, Map<String, Object> request) {
    boolean matched = settings.matchedScenes().contains(Fields.text(request, "scene"));
    return Fields.of("is_matched", matched ? 1 : 0);
  }

  /** The upgraded generation keeps the first of two; the older one, without fund_type, the last. */
  Map<String, Object> add(Shop shop, Map<String, Object> request) {
    Map<String, Object> known = shop.get(Orders.KIND, Fields.text(request, "out_order_id"));
    if (known != null && !Fields.text(known, "openid").equals(Fields.text(request, "openid"))) {
      throw new SandboxError(990001, "OPENID非法");
    }
    if (known != null && !isOverwritten(known, request)) {
      return answer(known, request);
    }
    check.check(shop, request);
    Map<String, Object> order = Fields.copy(request);
    order.remove("stringify_64bits_number");
    order.put("order_id", known == null ? shop.nextId() : known.get("order_id"));
    if (!Orders.isOfSceneMerchant(order)) {
      order.put("ticket", UUID.randomUUID().toString().replace("-", ""));
      order.put(
          "ticket_expire_time", SandboxClock.wire(shop.clock().now().plus(settings.ticketLife())));
    }
    life.begin(shop, order);
    return answer(order, request);
  }

  private static boolean isOverwritten(Map<String, Object> known, Map<String, Object> request) {
    return request.get("fund_type") == null
        && known.get("fund_type") == null
        && OrderState.WAITING_FOR_PAYMENT.of(known);
  }

  private static Map<String, Object> answer(
      Map<String, Object> order, Map<String, Object> request) {
    Map<String, Object> data = Orders.ids(order);
    if (Boolean.TRUE.equals(request.get("stringify_64bits_number"))) {
      data.put("order_id", Fields.text(order, "order_id"));
    }
    if (order.containsKey("ticket")) {
      data.put("ticket", order.get("ticket"));
      data.put("ticket_expire_time", order.get("ticket_expire_time"));
      data.put("final_price", Orders.price(order).get("order_price"));
    }
    return Fields.of("data", data);
  }

  private Map<String, Object> pay(Shop shop, Map<String, Object> request) {
    Map<String, Object> order = Orders.ofBuyer(shop, request);
    if (Orders.isOfSceneMerchant(order)) {
      throw new SandboxError(1010050, "资金受控订单不需要同步支付结果");
    }
    boolean paid = Fields.number(request, "action_type") == PAID;
    if (!OrderState.WAITING_FOR_PAYMENT.of(order)
        && !(paid && OrderState.CASHIER_FINISHED.of(order))) {
      throw OrderState.notAllowed();
    }
    if (!paid) {
      order.put("status", OrderState.CANCELLED.code());
      Orders.save(shop, order);
      return Map.of();
    }
    String transactionId = Fields.text(request, "transaction_id");
    String payTime = Fields.text(request, "pay_time");
    boolean byWeChatPay = Fields.number(Orders.payment(order), "pay_method_type") == 0;
    if (byWeChatPay && transactionId.isEmpty()) {
      throw OrderRefusal.of("transaction_id");
    }
    if (byWeChatPay && SandboxClock.parse(payTime).isEmpty()) {
      throw OrderRefusal.of("pay_time");
    }
    life.markPaid(shop, order, transactionId, payTime);
    return Map.of();
  }

  private Map<String, Object> paymentParams(Shop shop, Map<String, Object> request) {
    Map<String, Object> order = Orders.ofBuyer(shop, request);
    if (!Orders.isOfSceneMerchant(order)) {
      throw new SandboxError(990022, "暂不支持的操作");
    }
    OrderState.requireUnpaid(order);
    String prepayId = "wx" + UUID.randomUUID().toString().replace("-", "");
    Orders.payment(order).put("prepay_id", prepayId);
    Orders.payment(order).put("prepay_time", shop.clock().wire());
    Orders.save(shop, order);
    return Fields.of(
        "payment_params",
        Fields.of(
            "timeStamp", shop.clock().now().getEpochSecond(),
            "nonceStr", UUID.randomUUID().toString().substring(0, 13),
            "package", "prepay_id=" + prepayId,
            "paySign", UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT),
            "signType", "MD5"));
  }

  private Map<String, Object> close(Shop shop, Map<String, Object> request) {
    Map<String, Object> order = Orders.ofBuyer(shop, request);
    OrderState.requireUnpaid(order);
    order.put("status", OrderState.CANCELLED.code());
    Orders.save(shop, order);
    return Map.of();
  }

  private Map<String, Object> get(Shop shop, Map<String, Object> request) {
    return Fields.of("order", OrderView.shown(Orders.ofBuyer(shop, request)));
  }
}
