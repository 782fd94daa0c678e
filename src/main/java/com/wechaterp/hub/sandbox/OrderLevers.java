package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What buyers do with orders; an order is named by either of its ids. */
@RestController
@ConditionalOnProperty("hub.sandbox.enabled")
@RequestMapping("/sandbox/_control")
class OrderLevers implements Levers {

  private final Sandbox sandbox;
  private final OrderOperations operations;
  private final OrderLife life;
  private final OrderReceipt receipt;

  OrderLevers(Sandbox sandbox, OrderOperations operations, OrderLife life, OrderReceipt receipt) {
    this.sandbox = sandbox;
    this.operations = operations;
    this.life = life;
    this.receipt = receipt;
  }

  @Override
  public Map<String, Object> lines() {
    return Fields.of(
        "GET /sandbox/_control/orders", "every order: state, price, goods, parcels",
        "POST /sandbox/_control/orders?product=&sku=&count=1&freight=0&fund_type=1&openid=&out_order_id=&trace_id=&pay=false",
            "buy, as the mini-program's backend would; pay=true pays as well",
        "POST /sandbox/_control/orders/{id}/pay?lag=0",
            "pay as the buyer; with a lag of seconds the order stays in 11 so long",
        "POST /sandbox/_control/orders/{id}/cancel", "cancel an unpaid order as the buyer",
        "POST /sandbox/_control/orders/{id}/time-out", "let an unpaid order run out of time now",
        "POST /sandbox/_control/orders/{id}/receive", "confirm the receipt as the buyer",
        "POST /sandbox/_control/orders/{id}/settle", "settle a finished order now",
        "POST /sandbox/_control/traces?promoter=&sharer=",
            "check before an order as the mini-program does; gives a trace_id");
  }

  @GetMapping("/orders")
  Map<String, Object> orders() {
    List<Map<String, Object>> orders =
        sandbox.shops().stream()
            .flatMap(shop -> shop.all(Orders.KIND).stream())
            .map(OrderLevers::summary)
            .toList();
    Map<String, Long> counts =
        orders.stream()
            .collect(
                Collectors.groupingBy(
                    order -> "status " + order.get("status"), Collectors.counting()));
    return Fields.of("total", orders.size(), "counts", counts, "orders", orders);
  }

  private static Map<String, Object> summary(Map<String, Object> order) {
    Map<String, Object> summary = Orders.ids(order);
    Map<String, Object> shown = Fields.object(OrderView.shown(order).get("order_detail"));
    summary.put("status", order.get("status"));
    summary.put("fund_type", Fields.number(order, "fund_type"));
    summary.put("create_time", order.get("create_time"));
    summary.put("order_price", Orders.price(order).get("order_price"));
    summary.put("pay_info", shown.get("pay_info"));
    summary.put("product_infos", shown.get("product_infos"));
    summary.put("delivery_detail", shown.get("delivery_detail"));
    return summary;
  }

  @PostMapping("/orders")
  Map<String, Object> buy(
      @RequestParam(defaultValue = "") String product,
      @RequestParam(defaultValue = "") String sku,
      @RequestParam(defaultValue = "1") int count,
      @RequestParam(defaultValue = "0") long freight,
      @RequestParam(name = "fund_type", defaultValue = "1") int fundType,
      @RequestParam(defaultValue = Purchase.BUYER) String openid,
      @RequestParam(name = "out_order_id", defaultValue = "") String outOrderId,
      @RequestParam(name = "trace_id", defaultValue = "") String traceId,
      @RequestParam(defaultValue = "false") boolean pay) {
    Shop shop = shopFor(product);
    synchronized (shop) {
      Map<String, Object> request =
          Purchase.request(
              shop,
              new Purchase.Wish(
                  outOrderId, openid, product, sku, count, freight, fundType, traceId));
      operations.add(shop, request);
      Map<String, Object> order = Orders.named(shop, request);
      if (pay) {
        life.finishCashier(shop, order, Duration.ZERO);
      }
      return state(order);
    }
  }

  private Shop shopFor(String product) {
    return product.isEmpty() ? sandbox.chosen(null) : sandbox.shopWith(Audits.PRODUCT, product);
  }

  @PostMapping("/orders/{id}/pay")
  Map<String, Object> pay(@PathVariable String id, @RequestParam(defaultValue = "0") long lag) {
    return with(id, (shop, order) -> life.finishCashier(shop, order, Duration.ofSeconds(lag)));
  }

  @PostMapping("/orders/{id}/cancel")
  Map<String, Object> cancel(@PathVariable String id) {
    return with(id, life::cancelAsUser);
  }

  @PostMapping("/orders/{id}/time-out")
  Map<String, Object> timeOut(@PathVariable String id) {
    return with(id, life::timeOutNow);
  }

  @PostMapping("/orders/{id}/receive")
  Map<String, Object> receive(@PathVariable String id) {
    return with(id, receipt::receive);
  }

  @PostMapping("/orders/{id}/settle")
  Map<String, Object> settle(@PathVariable String id) {
    return with(id, receipt::settle);
  }

  @PostMapping("/traces")
  Map<String, Object> trace(
      @RequestParam(defaultValue = "promoter_sandbox") String promoter,
      @RequestParam(defaultValue = "") String sharer) {
    Shop shop = shopFor("");
    synchronized (shop) {
      return Fields.of(
          "trace_id", Traces.begin(shop, promoter, sharer),
          "requireOrder", 1,
          "requiredFundType", 1);
    }
  }

  private Map<String, Object> with(String id, BiConsumer<Shop, Map<String, Object>> action) {
    Shop shop = shopWith(sandbox, id);
    synchronized (shop) {
      Map<String, Object> order = Orders.find(shop, id).orElseThrow();
      action.accept(shop, order);
      return state(order);
    }
  }

  /** Returns the shop with an order. */
  static Shop shopWith(Sandbox sandbox, String id) {
    return sandbox.shops().stream()
        .filter(shop -> Orders.find(shop, id).isPresent())
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("The sandbox has no order " + id));
  }

  private static Map<String, Object> state(Map<String, Object> order) {
    Map<String, Object> state = Orders.ids(order);
    state.put("status", order.get("status"));
    if (order.containsKey("paid_as")) {
      state.put("transaction_id", order.get("paid_as"));
      state.put("pay_time", order.get("paid_at"));
    }
    return state;
  }
}
