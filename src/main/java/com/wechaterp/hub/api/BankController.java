package com.wechaterp.hub.api;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.WeChat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What one looks up before naming a bank account, and the account as WeChat has it. */
@RestController
@RequestMapping("/api/v1/funds")
class BankController {

  private static final String SHOWN = "(?<=.{4}).(?=.{4})";

  private final WeChat wechat;
  private final String account;

  BankController(WeChat wechat, HubProperties hub) {
    this.wechat = wechat;
    this.account = hub.account();
  }

  /** The account, its number masked. */
  @GetMapping("/bank-account")
  Map<String, Object> bankAccount(
      @RequestParam(name = "account", required = false) @Nullable String of) {
    Answer answer = new Answer(call(of, "shop/funds/getbankaccount", Map.of()));
    Map<String, Object> shown = new LinkedHashMap<>();
    answer.object("account_info").fields().forEach((name, value) -> shown.put("" + name, value));
    shown.computeIfPresent(
        "account_number", (name, number) -> number.toString().replaceAll(SHOWN, "*"));
    return shown;
  }

  @GetMapping("/banks")
  Map<String, Object> banks(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestParam(name = "key_words", defaultValue = "") String keyWords,
      @RequestParam(name = "offset", defaultValue = "0") long offset,
      @RequestParam(name = "limit", defaultValue = "50") long limit) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("offset", offset);
    request.put("limit", limit);
    if (!keyWords.isEmpty()) {
      request.put("key_words", keyWords);
    }
    return call(of, "shop/funds/getbanklist", request);
  }

  /** The number stands in the body, as addresses are logged. */
  @PostMapping("/banks/by-number")
  Map<String, Object> bankOf(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestBody Map<String, String> body) {
    String number = body.get("account_number");
    if (number == null) {
      throw new ProblemException(Problem.of("api-field-missing", "field", "account_number"));
    }
    return call(of, "shop/funds/getbankbynum", Map.of("account_number", number));
  }

  @GetMapping("/provinces")
  Map<String, Object> provinces(
      @RequestParam(name = "account", required = false) @Nullable String of) {
    return call(of, "shop/funds/getprovince", Map.of());
  }

  @GetMapping("/provinces/{province}/cities")
  Map<String, Object> cities(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @PathVariable("province") long province) {
    return call(of, "shop/funds/getcity", Map.of("province_code", province));
  }

  @GetMapping("/cities/{city}/branches")
  Map<String, Object> branches(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @PathVariable("city") long city,
      @RequestParam("bank_code") String bankCode,
      @RequestParam(name = "offset", defaultValue = "0") long offset,
      @RequestParam(name = "limit", defaultValue = "50") long limit) {
    return call(
        of,
        "shop/funds/getsubbranch",
        Map.of("city_code", city, "bank_code", bankCode, "offset", offset, "limit", limit));
  }

  /** A code to be scanned by somebody of an identity WeChat numbers. */
  @PostMapping("/qrcode")
  Map<String, Object> qrcode(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestParam("identity_type") long identityType) {
    return call(of, "shop/funds/qrcode/gen", Map.of("identity_type", identityType));
  }

  private Map<String, Object> call(@Nullable String of, String operation, Map<String, ?> request) {
    Map<String, Object> answer =
        new LinkedHashMap<>(wechat.call(of == null ? account : of, operation, request));
    answer.keySet().remove("errcode");
    answer.keySet().remove("errmsg");
    return answer;
  }
}
