package com.wechaterp.hub.sandbox;

import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What buyers and WeChat do with payments under the shipping-info management. */
@RestController
@ConditionalOnProperty("hub.sandbox.enabled")
@RequestMapping("/sandbox/_control/trade")
class TradeLevers implements Levers {

  private static final String BUYER = "oSandboxBuyer000000000000001";

  private final Sandbox sandbox;
  private final SettlementNotices notices;

  TradeLevers(Sandbox sandbox, SettlementNotices notices) {
    this.sandbox = sandbox;
    this.notices = notices;
  }

  @Override
  public Map<String, Object> lines() {
    return Fields.of(
        "GET /sandbox/_control/trade",
        "every payment under the shipping-info management (wxa/sec/order)",
        "POST /sandbox/_control/trade?amount=1000&trade_no=&combine=&openid=&mchid=&description=",
        "pay in the mini-program, outside the component; combine= names a combined payment",
        "POST /sandbox/_control/trade/{transaction_id}/remind",
        "remind the merchant to ship",
        "POST /sandbox/_control/trade/control",
        "demand that the mini-program joins order shipping management",
        "POST /sandbox/_control/trade/{transaction_id}/receive?method=2",
        "confirm receipt: 1 by time, 2 by the buyer",
        "POST /sandbox/_control/trade/{transaction_id}/settle",
        "settle the money",
        "POST /sandbox/_control/trade/{transaction_id}/refund",
        "refund the payment",
        "POST /sandbox/_control/trade/service?managed=true&confirmed=true",
        "enable the service, and confirm its settlement, or not");
  }

  @GetMapping
  Map<String, Object> show(@RequestParam @Nullable String account) {
    return Fields.of("payments", SecOrders.inOrder(sandbox.chosen(account)));
  }

  @PostMapping
  Map<String, Object> pay(
      @RequestParam(defaultValue = "1000") long amount,
      @RequestParam(name = "trade_no", defaultValue = "") String tradeNo,
      @RequestParam(defaultValue = "") String combine,
      @RequestParam(defaultValue = BUYER) String openid,
      @RequestParam(defaultValue = "1900000109") String mchid,
      @RequestParam(defaultValue = "小程序商品*1") String description,
      @RequestParam @Nullable String account) {
    Shop shop = sandbox.chosen(account);
    synchronized (shop) {
      long now = shop.clock().now().getEpochSecond();
      long seq = shop.nextId();
      Map<String, Object> payment =
          Fields.of(
              "seq", seq,
              "transaction_id", "42000" + seq,
              "merchant_trade_no", tradeNo.isEmpty() ? "T" + seq : tradeNo,
              "combine_trade_no", combine,
              "combine_transaction_id", combine.isEmpty() ? "" : "42000" + combine,
              "merchant_id", mchid,
              "sub_merchant_id", "",
              "description", description,
              "paid_amount", amount,
              "openid", openid,
              "trade_create_time", now,
              "pay_time", now,
              "order_state", SecOrders.TO_SHIP,
              "in_complaint", false);
      boolean firstToday = SecOrders.inOrder(shop).stream().noneMatch(one -> isToday(shop, one));
      SecOrders.save(shop, payment);
      if (firstToday) {
        notices.remindAccess(shop);
      }
      return Fields.copy(payment);
    }
  }

  private static boolean isToday(Shop shop, Map<String, Object> payment) {
    String paid = shop.clock().wire(Instant.ofEpochSecond(Fields.number(payment, "pay_time")));
    return paid.substring(0, 10).equals(shop.clock().wire().substring(0, 10));
  }

  @PostMapping("/{id}/remind")
  Map<String, Object> remind(@PathVariable String id) {
    return with(id, notices::remindShipping);
  }

  @PostMapping("/control")
  Map<String, Object> control(@RequestParam @Nullable String account) {
    notices.control(sandbox.chosen(account));
    return Fields.of("done", true);
  }

  @PostMapping("/{id}/receive")
  Map<String, Object> receive(
      @PathVariable String id, @RequestParam(defaultValue = "2") int method) {
    return with(
        id,
        (shop, payment) -> {
          require(payment, SecOrders.SHIPPED);
          payment.put("order_state", SecOrders.RECEIVED);
          payment.put("confirm_receive_method", method);
          payment.put("confirm_receive_time", shop.clock().now().getEpochSecond());
          notices.settlement(shop, payment);
        });
  }

  @PostMapping("/{id}/settle")
  Map<String, Object> settle(@PathVariable String id) {
    return with(
        id,
        (shop, payment) -> {
          require(payment, SecOrders.RECEIVED);
          payment.put("order_state", SecOrders.FINISHED);
          payment.put("settlement_time", shop.clock().now().getEpochSecond());
          notices.settlement(shop, payment);
        });
  }

  @PostMapping("/{id}/refund")
  Map<String, Object> refund(@PathVariable String id) {
    return with(id, (shop, payment) -> payment.put("order_state", SecOrders.REFUNDED));
  }

  @PostMapping("/service")
  Map<String, Object> service(
      @RequestParam(defaultValue = "true") boolean managed,
      @RequestParam(defaultValue = "true") boolean confirmed,
      @RequestParam @Nullable String account) {
    Shop shop = sandbox.chosen(account);
    synchronized (shop) {
      SecOrderOperations.set(shop, "is_trade_managed", managed);
      SecOrderOperations.set(shop, "completed", confirmed);
    }
    return Fields.of("done", true);
  }

  private static void require(Map<String, Object> payment, int state) {
    if (!SecOrders.is(payment, state)) {
      throw new IllegalArgumentException(
          "The payment's order_state is " + Fields.text(payment, "order_state"));
    }
  }

  private Map<String, Object> with(String id, BiConsumer<Shop, Map<String, Object>> action) {
    Shop shop = sandbox.shopWith(SecOrders.KIND, id);
    synchronized (shop) {
      Map<String, Object> payment = shop.held(SecOrders.KIND, id);
      action.accept(shop, payment);
      SecOrders.save(shop, payment);
    }
    return Fields.of("done", true);
  }
}
