package com.wechaterp.hub.api;

import static com.wechaterp.hub.api.Asked.confirmed;
import static com.wechaterp.hub.api.Asked.required;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.funds.BankCard;
import com.wechaterp.hub.funds.MoneyDesk;
import com.wechaterp.hub.funds.MoneyRequest;
import com.wechaterp.hub.funds.MoneyRequests;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatAccounts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** The balance, withdrawals and the bank account they go to. */
@RestController
@RequestMapping("/api/v1/funds")
class FundsController {

  private static final int MOST = 500;

  private final MoneyDesk desk;
  private final MoneyRequests requests;
  private final WeChat wechat;
  private final WeChatAccounts accounts;
  private final String account;

  FundsController(
      MoneyDesk desk,
      MoneyRequests requests,
      WeChat wechat,
      WeChatAccounts accounts,
      HubProperties hub) {
    this.desk = desk;
    this.requests = requests;
    this.wechat = wechat;
    this.accounts = accounts;
    this.account = hub.account();
  }

  /**
   * A withdrawal asked for.
   *
   * @param id the caller's id, which makes asking twice harmless
   * @param amount fen
   * @param confirmAmount the same amount once more
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Withdrawal(
      @Nullable String id,
      long amount,
      long confirmAmount,
      @Nullable String remark,
      @Nullable String bankMemo) {}

  /**
   * A new bank account.
   *
   * @param confirmAccountNumber the same number once more
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record BankAccount(
      @Nullable String id,
      @Nullable String bankAccountType,
      @Nullable String accountBank,
      @Nullable String bankAddressCode,
      @Nullable String accountNumber,
      @Nullable String confirmAccountNumber) {}

  @GetMapping("/balance")
  Map<String, Object> balance(
      @RequestParam(name = "account", required = false) @Nullable String of) {
    Answer balance =
        new Answer(wechat.call(named(of), "shop/funds/getbalance", Map.of()))
            .object("balance_info");
    return Map.of(
        "available_amount", balance.number("available_amount"),
        "pending_amount", balance.number("pending_amount"));
  }

  @PostMapping("/withdrawals")
  ResponseEntity<Map<String, Object>> withdraw(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestBody Withdrawal asked,
      HttpServletRequest request,
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String language) {
    confirmed("confirm_amount", asked.amount, asked.confirmAmount, asked.amount);
    MoneyRequest taken =
        desk.request(
            named(of),
            required("id", asked.id),
            MoneyRequest.WITHDRAWAL,
            asked.amount,
            text(asked.remark),
            Map.of("bank_memo", text(asked.bankMemo)),
            Caller.of(request));
    return accepted(taken, language);
  }

  @PostMapping("/bank-account")
  ResponseEntity<Map<String, Object>> bankAccount(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestBody BankAccount asked,
      HttpServletRequest request,
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String language) {
    String number = required("account_number", asked.accountNumber);
    String end = "…" + BankCard.tail(number);
    confirmed("confirm_account_number", number, asked.confirmAccountNumber, end);
    String type = required("bank_account_type", asked.bankAccountType);
    BankCard.require(number, type);
    Map<String, String> details =
        Map.of(
            "bank_account_type",
            type,
            "account_bank",
            required("account_bank", asked.accountBank),
            "bank_address_code",
            required("bank_address_code", asked.bankAddressCode),
            "account_number",
            number);
    MoneyRequest taken =
        desk.request(
            named(of),
            required("id", asked.id),
            MoneyRequest.BANK_ACCOUNT,
            0,
            "",
            details,
            Caller.of(request));
    return accepted(taken, language);
  }

  @GetMapping("/requests")
  List<Map<String, Object>> all(
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String language) {
    return requests.latest(MOST).stream().map(each -> shown(each, language)).toList();
  }

  @GetMapping("/requests/{id}")
  Map<String, Object> one(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @PathVariable("id") String id,
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String language) {
    return shown(find(of, id), language);
  }

  @PostMapping("/requests/{id}/approve")
  Map<String, Object> approve(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @PathVariable("id") String id,
      HttpServletRequest request,
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String language) {
    return shown(desk.approve(named(of), id, Caller.of(request)), language);
  }

  @PostMapping("/requests/{id}/reject")
  Map<String, Object> reject(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @PathVariable("id") String id,
      HttpServletRequest request,
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String language) {
    return shown(desk.reject(named(of), id, Caller.of(request)), language);
  }

  /** The code the administrator scans, as WeChat made it. */
  @GetMapping(path = "/requests/{id}/qrcode", produces = MediaType.IMAGE_PNG_VALUE)
  byte[] qrcode(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @PathVariable("id") String id) {
    MoneyRequest request = find(of, id);
    Answer answer =
        new Answer(
            wechat.call(
                request.account(),
                "shop/funds/qrcode/get",
                Map.of("qrcode_ticket", request.qrcodeTicket())));
    return Base64.getMimeDecoder().decode(answer.text("qrcode_buf"));
  }

  private MoneyRequest find(@Nullable String of, String id) {
    return requests
        .find(named(of), id)
        .orElseThrow(() -> new ProblemException(Problem.of("funds-unknown", "key", id)));
  }

  private static ResponseEntity<Map<String, Object>> accepted(MoneyRequest taken, String language) {
    return ResponseEntity.status(HttpStatus.ACCEPTED).body(shown(taken, language));
  }

  /** Without the details: they hold the number of a bank account. */
  private static Map<String, Object> shown(MoneyRequest request, String language) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", request.id());
    fields.put("account", request.account());
    fields.put("kind", request.kind());
    fields.put("amount", request.amount());
    fields.put("remark", request.remark());
    fields.put("state", request.state().name());
    fields.put(
        "state_name",
        Language.of(language) == Language.ZH
            ? request.state().chinese()
            : request.state().english());
    fields.put("requested_by", request.requestedBy());
    fields.put("approved_by", request.approvedBy());
    fields.put("requested_at", request.requestedAt());
    fields.put("out_request_no", request.outRequestNo());
    fields.put("status", request.status());
    fields.put("reason", request.reason());
    return fields;
  }

  private String named(@Nullable String of) {
    return accounts.named(of, account);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
