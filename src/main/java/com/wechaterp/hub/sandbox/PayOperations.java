package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Creates, closes and shows payment orders of the payment management [小程序支付管理]. */
class PayOperations implements OperationFamily {

  /** When an order without expire_time closes; WeChat Pay's own default. */
  private static final Duration EXPIRES = Duration.ofHours(2);

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of(
        "shop/pay/createorder", this::create,
        "shop/pay/closeorder", this::close,
        "shop/pay/getorderlist", this::list,
        "shop/pay/getorder", this::get);
  }

  private Map<String, Object> create(Shop shop, Map<String, Object> request) {
    List<Map<String, Object>> parts = Fields.objects(request.get("sub_orders"));
    if (parts.isEmpty()) {
      throw new SandboxError(40097, "invalid args: sub_orders");
    }
    long now = shop.clock().now().getEpochSecond();
    long expires =
        request.containsKey("expire_time")
            ? Fields.number(request, "expire_time")
            : now + EXPIRES.toSeconds();
    if (expires <= now) {
      throw new SandboxError(40097, "invalid args: expire_time");
    }
    parts.forEach(part -> check(shop, request, part));
    for (Map<String, Object> part : parts) {
      if (shop.get(PayOrders.KIND, Fields.text(part, "trade_no")) == null) {
        PayOrders.save(shop, order(shop, request, part, expires));
      }
    }
    String nonce = Long.toHexString(shop.nextId());
    return Fields.of(
        "payment_params",
        Fields.of(
            "timeStamp",
            now,
            "nonceStr",
            nonce,
            "package",
            "prepay_id=wx" + nonce,
            "paySign",
            "%032X".formatted(nonce.hashCode()),
            "signType",
            "MD5"));
  }

  /** An unpaid order may be asked for again, as after a lost answer, but not as another one. */
  private static void check(Shop shop, Map<String, Object> request, Map<String, Object> part) {
    if (Fields.number(part, "amount") <= 0) {
      throw new SandboxError(40097, "invalid args: sub_orders.amount");
    }
    Map<String, Object> before = shop.get(PayOrders.KIND, Fields.text(part, "trade_no"));
    if (before == null) {
      return;
    }
    PayOrders.requireBuyer(before, Fields.text(request, "openid"));
    boolean same =
        Fields.number(before, "amount") == Fields.number(part, "amount")
            && Fields.text(before, "combine_trade_no")
                .equals(Fields.text(request, "combine_trade_no"));
    if (!same || !PayOrders.is(before, PayOrders.UNPAID)) {
      throw PayOrders.notAllowed();
    }
  }

  private static Map<String, Object> order(
      Shop shop, Map<String, Object> request, Map<String, Object> part, long expires) {
    return Fields.of(
        "seq", shop.nextId(),
        "state", PayOrders.UNPAID,
        "openid", Fields.text(request, "openid"),
        "mchid", Fields.text(part, "mchid"),
        "trade_no", Fields.text(part, "trade_no"),
        "combine_trade_no", Fields.text(request, "combine_trade_no"),
        "amount", Fields.number(part, "amount"),
        "description", Fields.text(part, "description"),
        "create_time", shop.clock().now().getEpochSecond(),
        "expire_time", expires,
        "profit_sharing_delay", 30,
        "profit_sharing_frozen", 0);
  }

  private Map<String, Object> close(Shop shop, Map<String, Object> request) {
    List<Map<String, Object>> orders =
        Fields.objects(request.get("sub_orders")).stream()
            .map(part -> PayOrders.require(shop, Fields.text(part, "trade_no")))
            .toList();
    for (Map<String, Object> order : orders) {
      PayOrders.requireBuyer(order, Fields.text(request, "openid"));
      if (PayOrders.is(order, PayOrders.PAID)) {
        throw PayOrders.notAllowed();
      }
    }
    orders.forEach(
        order -> {
          order.put("state", PayOrders.CLOSED);
          PayOrders.save(shop, order);
        });
    return Map.of();
  }

  private Map<String, Object> list(Shop shop, Map<String, Object> request) {
    Page.atMost(100, request, "page_size");
    String last = Fields.text(request, "last_index");
    if (!last.matches("\\d*")) {
      throw new SandboxError(40097, "invalid args: last_index");
    }
    long after = last.isEmpty() ? 0 : Long.parseLong(last);
    long begin = Fields.number(request, "begin_create_time");
    long end =
        request.containsKey("end_create_time")
            ? Fields.number(request, "end_create_time")
            : Long.MAX_VALUE;
    String mchid = Fields.text(request, "mchid");
    List<Map<String, Object>> found =
        PayOrders.inOrder(shop).stream()
            .filter(order -> Fields.number(order, "seq") > after)
            .filter(order -> Fields.number(order, "create_time") >= begin)
            .filter(order -> Fields.number(order, "create_time") <= end)
            .filter(order -> mchid.isEmpty() || Fields.text(order, "mchid").equals(mchid))
            .toList();
    List<Map<String, Object>> page = Page.offset(found, request, "page_size");
    return Fields.of(
        "trade_no_list",
        page.stream().map(order -> Fields.text(order, "trade_no")).toList(),
        "has_more",
        found.size() > page.size(),
        "last_index",
        page.isEmpty() ? last : Fields.text(page.get(page.size() - 1), "seq"));
  }

  private Map<String, Object> get(Shop shop, Map<String, Object> request) {
    Map<String, Object> shown =
        Fields.copy(PayOrders.require(shop, Fields.text(request, "trade_no")));
    List.of("seq", "state", "openid").forEach(shown::remove);
    List.of("refund_list", "profit_sharing_list")
        .forEach(name -> Fields.objects(shown.get(name)).forEach(one -> one.remove("due")));
    return Fields.of("order", shown);
  }
}
