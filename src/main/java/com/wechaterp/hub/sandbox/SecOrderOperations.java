package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows payments under the shipping-info management, reminds buyers, reports special orders. */
class SecOrderOperations implements OperationFamily {

  private static final String SETTINGS = "secsettings";
  private static final int DEFAULT_PAGE = 100;
  private static final int PRESALE = 1;

  private static final List<String> SHOWN =
      List.of(
          "transaction_id",
          "merchant_trade_no",
          "merchant_id",
          "sub_merchant_id",
          "description",
          "paid_amount",
          "openid",
          "trade_create_time",
          "pay_time",
          "order_state",
          "in_complaint");

  @Override
  public Map<String, SandboxOperation> operations() {
    Map<String, SandboxOperation> operations = new LinkedHashMap<>();
    operations.put("wxa/sec/order/get_order", this::get);
    operations.put("wxa/sec/order/get_order_list", this::list);
    operations.put("wxa/sec/order/notify_confirm_receive", this::remindBuyer);
    operations.put("wxa/sec/order/set_msg_jump_path", this::setJumpPath);
    operations.put(
        "wxa/sec/order/is_trade_managed", (shop, request) -> is(shop, "is_trade_managed"));
    operations.put(
        "wxa/sec/order/is_trade_management_confirmation_completed",
        (shop, request) -> is(shop, "completed"));
    operations.put("wxa/sec/order/opspecialorder", this::report);
    return operations;
  }

  /** Sets whether the service is enabled, or its settlement confirmed. */
  static void set(Shop shop, String name, boolean value) {
    Map<String, Object> settings = Fields.object(shop.get(SETTINGS, SETTINGS));
    settings.put(name, value);
    shop.put(SETTINGS, SETTINGS, settings);
  }

  private static Map<String, Object> is(Shop shop, String name) {
    Object value = Fields.object(shop.get(SETTINGS, SETTINGS)).get(name);
    return Fields.of(name, !Boolean.FALSE.equals(value));
  }

  private Map<String, Object> get(Shop shop, Map<String, Object> request) {
    return Fields.of("order", shown(SecOrders.named(shop, request)));
  }

  private static Map<String, Object> shown(Map<String, Object> payment) {
    Map<String, Object> shown = Fields.of();
    SHOWN.forEach(name -> shown.put(name, payment.getOrDefault(name, "")));
    shown.put("shipping", Fields.copy(SecOrders.shipping(payment)));
    return shown;
  }

  private Map<String, Object> list(Shop shop, Map<String, Object> request) {
    String last = Fields.text(request, "last_index");
    if (!last.matches("[0-9a-f]{0,15}")) {
      throw new SandboxError(10060011, "last_index不合法");
    }
    long after = last.isEmpty() ? 0 : Long.parseLong(last, 16);
    long size =
        request.containsKey("page_size") ? Fields.number(request, "page_size") : DEFAULT_PAGE;
    if (size < 1) {
      throw new SandboxError(10060014, "参数错误: page_size");
    }
    List<Map<String, Object>> found =
        SecOrders.inOrder(shop).stream()
            .filter(one -> Fields.number(one, "seq") > after)
            .filter(one -> isWanted(one, request))
            .toList();
    List<Map<String, Object>> page = found.stream().limit(size).toList();
    return Fields.of(
        "order_list",
        page.stream().map(SecOrderOperations::shown).toList(),
        "has_more",
        found.size() > page.size(),
        "last_index",
        page.isEmpty() ? last : Long.toHexString(Fields.number(page.get(page.size() - 1), "seq")));
  }

  private static boolean isWanted(Map<String, Object> payment, Map<String, Object> request) {
    Map<String, Object> range = Fields.object(request.get("pay_time_range"));
    long paid = Fields.number(payment, "pay_time");
    long end = Fields.number(range, "end_time");
    String openid = Fields.text(request, "openid");
    return paid >= Fields.number(range, "begin_time")
        && (end == 0 || paid <= end)
        && (openid.isEmpty() || openid.equals(Fields.text(payment, "openid")))
        && (!request.containsKey("order_state")
            || SecOrders.is(payment, (int) Fields.number(request, "order_state")));
  }

  private Map<String, Object> remindBuyer(Shop shop, Map<String, Object> request) {
    Map<String, Object> payment = SecOrders.named(shop, request);
    if (!SecOrders.is(payment, SecOrders.SHIPPED)) {
      throw new SandboxError(10060028, "支付单不是已发货状态，不能提醒收货");
    }
    if (Fields.number(SecOrders.shipping(payment), "logistics_type") != ShippingRules.COURIER) {
      throw new SandboxError(10060032, "只有物流快递发货时允许提醒收货");
    }
    if (Fields.number(request, "received_time") < Fields.number(payment, "uploaded_at") / 1000) {
      throw new SandboxError(10060029, "签收时间非法");
    }
    if (payment.containsKey("reminded")) {
      throw new SandboxError(10060030, "提醒收货机会已使用");
    }
    payment.put("reminded", true);
    SecOrders.save(shop, payment);
    return Map.of();
  }

  private Map<String, Object> setJumpPath(Shop shop, Map<String, Object> request) {
    Map<String, Object> settings = Fields.object(shop.get(SETTINGS, SETTINGS));
    settings.put("path", Fields.text(request, "path"));
    shop.put(SETTINGS, SETTINGS, settings);
    return Map.of();
  }

  private Map<String, Object> report(Shop shop, Map<String, Object> request) {
    String id = Fields.text(request, "order_id");
    long type = Fields.number(request, "type");
    if (type != PRESALE && type != 2) {
      throw new SandboxError(268546000, "type非法");
    }
    Map<String, Object> payment =
        SecOrders.inOrder(shop).stream()
            .filter(
                one ->
                    Fields.text(one, "transaction_id").equals(id)
                        || Fields.text(one, "merchant_trade_no").equals(id))
            .filter(one -> SecOrders.is(one, SecOrders.TO_SHIP))
            .findAny()
            .orElseThrow(() -> new SandboxError(268546002, "账户不存在这个待发货单号"));
    Duration delay =
        Duration.ofSeconds(Fields.number(request, "delay_to") - Fields.number(payment, "pay_time"));
    if (type == PRESALE && (delay.toDays() < 15 || delay.compareTo(Duration.ofDays(330)) > 0)) {
      throw new SandboxError(268546001, "delay_to非法");
    }
    payment.put("special", Fields.copy(request));
    SecOrders.save(shop, payment);
    return Map.of();
  }
}
