package com.wechaterp.hub.api;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.aftersale.AfterSaleAnswer;
import com.wechaterp.hub.aftersale.AfterSaleDesk;
import com.wechaterp.hub.aftersale.SeenAfterSale;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.WeChatAccounts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.annotation.DurationFormat.Style;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows open after-sales and their deadlines, and takes those of the merchant's own pages. */
@RestController
@RequestMapping("/api/v1/aftersales")
class AfterSaleController {

  private final AfterSaleDesk desk;
  private final WeChatAccounts accounts;
  private final String account;

  AfterSaleController(AfterSaleDesk desk, WeChatAccounts accounts, HubProperties hub) {
    this.desk = desk;
    this.accounts = accounts;
    this.account = hub.account();
  }

  /** Lists open after-sales, those to act on first; with due, those whose deadline is near. */
  @GetMapping
  List<Map<String, @Nullable Object>> open(
      @RequestParam(name = "due", required = false) @DurationFormat(style = Style.SIMPLE)
          @Nullable Duration due,
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String language) {
    return desk.open(due).stream().map(each -> fields(each, language)).toList();
  }

  /** Opens an after-sale of the merchant's own page; the body as the port. */
  @PostMapping
  ResponseEntity<Map<String, @Nullable Object>> open(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestBody Map<String, Object> body,
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String language) {
    return shown(desk.open(named(of), body), language);
  }

  @GetMapping("/{id}")
  ResponseEntity<Map<String, @Nullable Object>> stand(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @PathVariable("id") String id,
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String language) {
    return shown(desk.stand(named(of), id), language);
  }

  @PostMapping("/{id}/cancel")
  ResponseEntity<Map<String, @Nullable Object>> cancel(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @PathVariable("id") String id,
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String language) {
    return shown(desk.cancel(named(of), id), language);
  }

  @PostMapping("/{id}/return-info")
  ResponseEntity<Map<String, @Nullable Object>> returnInfo(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @PathVariable("id") String id,
      @RequestBody Map<String, Object> body,
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String language) {
    return shown(desk.returnInfo(named(of), id, body), language);
  }

  private String named(@Nullable String of) {
    return accounts.named(of, account);
  }

  private static ResponseEntity<Map<String, @Nullable Object>> shown(
      AfterSaleAnswer answer, String language) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("out_aftersale_id", answer.outAftersaleId());
    SeenAfterSale seen = answer.seen();
    if (seen != null) {
      body.putAll(fields(seen, language));
    }
    Problem reason = answer.reason();
    if (reason != null) {
      body.putAll(ApiProblems.body(reason, Language.of(language)));
    }
    HttpStatus status =
        switch (answer.standing()) {
          case DONE -> HttpStatus.OK;
          case PENDING -> HttpStatus.ACCEPTED;
          case REFUSED -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    return ResponseEntity.status(status).body(body);
  }

  private static Map<String, @Nullable Object> fields(SeenAfterSale seen, String language) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("account", seen.account());
    fields.put("aftersale_id", seen.driven() ? seen.key() : "");
    fields.put("out_aftersale_id", seen.outAftersaleId());
    fields.put("out_order_id", seen.outOrderId());
    fields.put("fund_type", seen.fundType());
    fields.put("type", seen.typeCode());
    fields.put("status", seen.status());
    fields.put(
        "status_name",
        Language.of(language) == Language.ZH ? seen.stateName() : seen.stateEnglish());
    fields.put("orderamt", seen.orderamt());
    fields.put("since", seen.since());
    fields.put("deadline", seen.deadline());
    return fields;
  }
}
