package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What buyers do with after-sales on WeChat's side; one is named by either of its ids. */
@RestController
@ConditionalOnProperty("hub.sandbox.enabled")
@RequestMapping("/sandbox/_control")
class AfterSaleLevers implements Levers {

  private final Sandbox sandbox;
  private final AfterSaleOperations operations;
  private final AfterSaleLife life;
  private final AfterSaleEvents events;
  private final Refunds refunds;
  private final AfterSaleTurns turns;

  AfterSaleLevers(
      Sandbox sandbox,
      AfterSaleOperations operations,
      AfterSaleLife life,
      AfterSaleEvents events,
      Refunds refunds,
      AfterSaleTurns turns) {
    this.sandbox = sandbox;
    this.operations = operations;
    this.life = life;
    this.events = events;
    this.refunds = refunds;
    this.turns = turns;
  }

  @Override
  public Map<String, Object> lines() {
    return Fields.of(
        "GET /sandbox/_control/aftersales",
            "every after-sale of WeChat's, as ecaftersale/get shows it",
        "POST /sandbox/_control/orders/{id}/aftersales?type=1&product=&count=&amount=&reason=",
            "open an after-sale as the buyer: 1 refund, 2 return; default the first goods, all units, all their money",
        "POST /sandbox/_control/orders/{id}/aftersales-busy?seconds=",
            "refuse writing calls about the after-sales of an order for a while, as if another one were under way (2747026)",
        "POST /sandbox/_control/aftersales/{id}/modify?amount=&reason=", "change it as the buyer",
        "POST /sandbox/_control/aftersales/{id}/cancel", "give it up as the buyer",
        "POST /sandbox/_control/aftersales/{id}/return?delivery_id=SF&waybill_id=",
            "send the goods back, or correct the waybill",
        "POST /sandbox/_control/aftersales/{id}/cancel-waybill",
            "take the parcel back that was to go to the merchant, as the buyer",
        "POST /sandbox/_control/aftersales/{id}/overdue",
            "let the time pass in which merchant or buyer had to act",
        "POST /sandbox/_control/aftersales/{id}/fail-refund", "let its refund by the platform fail",
        "POST /sandbox/_control/aftersales/{id}/withdraw-all",
            "take all settled money out of the account, so that a refund of a settled order fails (2747009)",
        "POST /sandbox/_control/aftersales/{id}/confirm",
            "confirm as the buyer that the money came offline");
  }

  @GetMapping("/aftersales")
  List<Map<String, Object>> aftersales() {
    return sandbox.shops().stream()
        .flatMap(shop -> shop.all(AfterSales.KIND).stream())
        .map(AfterSaleView::shown)
        .toList();
  }

  @PostMapping("/orders/{id}/aftersales")
  Map<String, Object> open(
      @PathVariable String id,
      @RequestParam(defaultValue = "1") int type,
      @RequestParam(defaultValue = "") String product,
      @RequestParam(defaultValue = "0") long count,
      @RequestParam(defaultValue = "0") long amount,
      @RequestParam(defaultValue = "不想要了") String reason) {
    Shop shop = OrderLevers.shopWith(sandbox, id);
    synchronized (shop) {
      Map<String, Object> order = Orders.find(shop, id).orElseThrow();
      Map<String, Object> line = Claim.line(order, product);
      Map<String, Object> aftersale =
          operations.add(shop, Claim.request(shop, order, line, type, count, amount, reason));
      events.opened(shop, aftersale);
      return AfterSaleView.shown(aftersale);
    }
  }

  @PostMapping("/orders/{id}/aftersales-busy")
  Map<String, Object> keepBusy(@PathVariable String id, @RequestParam long seconds) {
    Shop shop = OrderLevers.shopWith(sandbox, id);
    turns.keepBusy(shop, Orders.find(shop, id).orElseThrow(), Duration.ofSeconds(seconds));
    return Fields.of("done", true);
  }

  @PostMapping("/aftersales/{id}/modify")
  Map<String, Object> modify(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") long amount,
      @RequestParam(defaultValue = "") String reason) {
    return with(
        id,
        (shop, aftersale) -> {
          Map<String, Object> request = Fields.copy(aftersale);
          request.put("orderamt", amount == 0 ? AfterSales.amount(aftersale) : amount);
          request.put(
              "refund_reason", reason.isEmpty() ? Fields.text(aftersale, "refund_reason") : reason);
          operations.update(shop, request);
        });
  }

  @PostMapping("/aftersales/{id}/cancel")
  Map<String, Object> cancel(@PathVariable String id) {
    return with(id, life::cancel);
  }

  @PostMapping("/aftersales/{id}/return")
  Map<String, Object> sendBack(
      @PathVariable String id,
      @RequestParam(name = "delivery_id", defaultValue = "SF") String deliveryId,
      @RequestParam(name = "delivery_name", defaultValue = "顺丰速运") String deliveryName,
      @RequestParam(name = "waybill_id") String waybillId) {
    return with(
        id,
        (shop, aftersale) -> {
          Map<String, Object> request = AfterSales.ids(aftersale);
          request.put("openid", aftersale.get("openid"));
          request.put("delivery_id", deliveryId);
          request.put("delivery_name", deliveryName);
          request.put("waybill_id", waybillId);
          operations.sendBack(shop, request);
        });
  }

  @PostMapping("/aftersales/{id}/cancel-waybill")
  Map<String, Object> cancelWaybill(@PathVariable String id) {
    return with(id, life::cancelWaybill);
  }

  @PostMapping("/aftersales/{id}/overdue")
  Map<String, Object> overdue(@PathVariable String id) {
    return with(id, life::overdue);
  }

  @PostMapping("/aftersales/{id}/fail-refund")
  Map<String, Object> failRefund(@PathVariable String id) {
    return with(id, refunds::letFail);
  }

  @PostMapping("/aftersales/{id}/withdraw-all")
  Map<String, Object> withdrawAll(@PathVariable String id) {
    return with(id, refunds::withdrawAll);
  }

  @PostMapping("/aftersales/{id}/confirm")
  Map<String, Object> confirm(@PathVariable String id) {
    return with(id, refunds::confirm);
  }

  private Map<String, Object> with(String id, BiConsumer<Shop, Map<String, Object>> action) {
    for (Shop shop : sandbox.shops()) {
      synchronized (shop) {
        Map<String, Object> aftersale = AfterSales.find(shop, id).orElse(null);
        if (aftersale != null) {
          action.accept(shop, aftersale);
          return AfterSaleView.shown(AfterSales.find(shop, id).orElseThrow());
        }
      }
    }
    throw new IllegalArgumentException("The sandbox has no after-sale " + id);
  }
}
