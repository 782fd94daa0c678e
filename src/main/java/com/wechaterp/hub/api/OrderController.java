package com.wechaterp.hub.api;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.order.OrderAnswer;
import com.wechaterp.hub.order.OrderChanges;
import com.wechaterp.hub.order.OrderDesk;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.WeChatAccounts;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Places orders for the mini-program's backend, tells where they stand, and changes them. */
@RestController
@RequestMapping("/api/v1/orders")
class OrderController {

  private final OrderDesk desk;
  private final OrderChanges changes;
  private final WeChatAccounts accounts;
  private final String account;

  OrderController(
      OrderDesk desk, OrderChanges changes, WeChatAccounts accounts, HubProperties hub) {
    this.desk = desk;
    this.changes = changes;
    this.accounts = accounts;
    this.account = hub.account();
  }

  /** Creates an order and answers with what the buyer's cashier needs; the body as the port. */
  @PostMapping
  ResponseEntity<Map<String, Object>> place(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestBody Map<String, Object> body,
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String language) {
    return shown(desk.place(named(of), body), language);
  }

  @GetMapping("/{id}")
  ResponseEntity<Map<String, Object>> ask(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @PathVariable("id") String id,
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String language) {
    return shown(desk.ask(named(of), id), language);
  }

  @PostMapping("/{id}/close")
  ResponseEntity<Map<String, Object>> close(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @PathVariable("id") String id,
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String language) {
    return shown(changes.close(named(of), id), language);
  }

  @PostMapping("/{id}/price")
  ResponseEntity<Map<String, Object>> price(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @PathVariable("id") String id,
      @RequestBody Map<String, Object> body,
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String language) {
    return shown(changes.price(named(of), id, body), language);
  }

  private String named(@Nullable String of) {
    return accounts.named(of, account);
  }

  private static ResponseEntity<Map<String, Object>> shown(OrderAnswer answer, String language) {
    Problem pending = answer.pending();
    if (pending == null) {
      return ResponseEntity.ok(answer.fields());
    }
    URI where =
        UriComponentsBuilder.fromPath("/api/v1/orders/{id}")
            .build(answer.fields().get("out_order_id"));
    Map<String, Object> body = new LinkedHashMap<>(answer.fields());
    body.putAll(ApiProblems.body(pending, Language.of(language)));
    body.put("ask", where.toString());
    return ResponseEntity.accepted().location(where).header("Retry-After", "2").body(body);
  }
}
