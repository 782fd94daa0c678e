package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The levers of the sandbox, for people and tests, under {@code /sandbox/_control}. */
@RestController
@ConditionalOnProperty("hub.sandbox.enabled")
@RequestMapping("/sandbox/_control")
class SandboxLevers implements Levers {

  private final Sandbox sandbox;
  private final SandboxStore store;
  private final SandboxClock clock;
  private final Tokens tokens;
  private final Audits audits;
  private final ProductQuota quota;
  private final Pushes pushes;
  private final Faults faults;

  SandboxLevers(
      Sandbox sandbox,
      SandboxStore store,
      SandboxClock clock,
      Tokens tokens,
      Audits audits,
      ProductQuota quota,
      Pushes pushes,
      Faults faults) {
    this.sandbox = sandbox;
    this.store = store;
    this.clock = clock;
    this.tokens = tokens;
    this.audits = audits;
    this.quota = quota;
    this.pushes = pushes;
    this.faults = faults;
  }

  @Override
  public Map<String, Object> lines() {
    return Fields.of(
        "GET /sandbox/_control/products", "every product: state, price, stock, title",
        "GET /sandbox/_control/calls", "how often each operation was called",
        "GET /sandbox/_control/callbacks", "the latest events pushed, and the answers",
        "POST /sandbox/_control/products/{id}/audit?reject=",
            "decide an audit now; reject= gives the reason",
        "POST /sandbox/_control/products/{id}/status?status=13&reason=",
            "delist (13) or restore (5) as the platform",
        "POST /sandbox/_control/qualifications/{auditId}?reject=",
            "decide a brand or category audit now",
        "POST /sandbox/_control/fail?operation=&kind=errcode|http|html|slow&value=&times=1&afterwards=false",
            "let the next calls of an operation fail",
        "POST /sandbox/_control/quota?hour=&day=&product=",
            "change the allowance of add and update, and that of one product an hour",
        "POST /sandbox/_control/audit-delay?seconds=", "change how long audits take",
        "POST /sandbox/_control/expire-tokens", "let every access token expire",
        "POST /sandbox/_control/jump?seconds=", "move the sandbox's clock forward",
        "POST /sandbox/_control/skew?seconds=",
            "let the platform's clock differ from this server's, as if this server's were wrong",
        "POST /sandbox/_control/lose?events=", "lose the next events",
        "POST /sandbox/_control/reset", "forget everything");
  }

  @GetMapping("/products")
  Map<String, Object> products() {
    List<Map<String, Object>> products =
        sandbox.shops().stream()
            .flatMap(shop -> shop.all(Audits.PRODUCT).stream())
            .map(SandboxLevers::summary)
            .toList();
    Map<String, Long> counts =
        products.stream()
            .collect(
                Collectors.groupingBy(
                    one ->
                        "status " + one.get("status") + ", edit_status " + one.get("edit_status"),
                    Collectors.counting()));
    return Fields.of("total", products.size(), "counts", counts, "products", products);
  }

  private static Map<String, Object> summary(Map<String, Object> product) {
    Map<String, Object> shown = ProductOperations.shown(product, false);
    return Fields.of(
        "out_product_id", product.get("out_product_id"),
        "title", shown.get("title"),
        "status", product.get("status"),
        "edit_status", product.get("edit_status"),
        "reject_reason", Fields.text(product, "reject_reason"),
        "deleted", Boolean.TRUE.equals(product.get("deleted")),
        "skus",
            Fields.objects(shown.get("skus")).stream()
                .map(
                    sku ->
                        Fields.of(
                            "out_sku_id", sku.get("out_sku_id"),
                            "sale_price", sku.get("sale_price"),
                            "stock_num", sku.get("stock_num")))
                .toList());
  }

  @GetMapping("/calls")
  Map<String, ?> calls() {
    return faults.calls();
  }

  @GetMapping("/callbacks")
  List<Map<String, Object>> callbacks() {
    return pushes.log();
  }

  @PostMapping("/products/{id}/audit")
  Map<String, Object> audit(@PathVariable String id, @RequestParam @Nullable String reject) {
    Shop shop = sandbox.shopWith(Audits.PRODUCT, id);
    synchronized (shop) {
      audits.decideProduct(shop, shop.held(Audits.PRODUCT, id), reject);
    }
    return Fields.of("done", true);
  }

  @PostMapping("/products/{id}/status")
  Map<String, Object> status(
      @PathVariable String id,
      @RequestParam int status,
      @RequestParam(defaultValue = "违规下架") String reason) {
    Shop shop = sandbox.shopWith(Audits.PRODUCT, id);
    Map<String, Object> product = shop.held(Audits.PRODUCT, id);
    synchronized (shop) {
      product.put("status", status);
      shop.put(Audits.PRODUCT, id, product);
    }
    pushes.push(
        shop,
        "open_product_spu_status_update",
        "OpenProductSpuStatusUpdate",
        Fields.of(
            "out_product_id",
            id,
            "product_id",
            product.get("product_id"),
            "status",
            status,
            "reason",
            status == 13 ? reason : ""));
    return Fields.of("done", true);
  }

  @PostMapping("/qualifications/{id}")
  Map<String, Object> qualification(
      @PathVariable String id, @RequestParam @Nullable String reject) {
    Shop shop = sandbox.shopWith(Audits.QUALIFICATION, id);
    synchronized (shop) {
      audits.decideQualification(shop, shop.held(Audits.QUALIFICATION, id), reject);
    }
    return Fields.of("done", true);
  }

  @PostMapping("/fail")
  Map<String, Object> fail(
      @RequestParam String operation,
      @RequestParam(defaultValue = "errcode") String kind,
      @RequestParam(defaultValue = "-1") int value,
      @RequestParam(defaultValue = "1") int times,
      @RequestParam(defaultValue = "false") boolean afterwards) {
    faults.plan(operation, new Faults.Fault(kind, value, times, afterwards));
    return Fields.of("done", true);
  }

  @PostMapping("/quota")
  Map<String, Object> quota(
      @RequestParam int hour, @RequestParam int day, @RequestParam @Nullable Integer product) {
    quota.limits(hour, day, product == null ? quota.ofOneProduct() : product);
    return Fields.of("done", true);
  }

  @PostMapping("/audit-delay")
  Map<String, Object> auditDelay(@RequestParam int seconds) {
    audits.delay(Duration.ofSeconds(seconds));
    return Fields.of("done", true);
  }

  @PostMapping("/expire-tokens")
  Map<String, Object> expireTokens() {
    tokens.expireAll();
    return Fields.of("done", true);
  }

  @PostMapping("/jump")
  Map<String, Object> jump(@RequestParam long seconds) {
    clock.jump(Duration.ofSeconds(seconds));
    return Fields.of("now", clock.wire());
  }

  @PostMapping("/skew")
  Map<String, Object> skew(@RequestParam long seconds) {
    clock.differ(Duration.ofSeconds(seconds));
    return Fields.of("now", clock.wire());
  }

  @PostMapping("/lose")
  Map<String, Object> lose(@RequestParam int events) {
    pushes.lose(events);
    return Fields.of("done", true);
  }

  @PostMapping("/reset")
  Map<String, Object> reset() {
    store.clear();
    faults.clear();
    pushes.clear();
    clock.differ(Duration.ZERO);
    return Fields.of("done", true);
  }
}
