package com.wechaterp.hub.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Levers for what the administrator, the bank and time do to money. */
@RestController
@ConditionalOnProperty("hub.sandbox.enabled")
@RequestMapping("/sandbox/_control/funds")
class FundsLevers implements Levers {

  private final Sandbox sandbox;
  private final Ledger ledger;
  private final LedgerDays days;
  private final Withdrawals withdrawals;
  private final QrCodes codes;

  FundsLevers(
      Sandbox sandbox, Ledger ledger, LedgerDays days, Withdrawals withdrawals, QrCodes codes) {
    this.sandbox = sandbox;
    this.ledger = ledger;
    this.days = days;
    this.withdrawals = withdrawals;
    this.codes = codes;
  }

  @Override
  public Map<String, Object> lines() {
    return Fields.of(
        "GET /sandbox/_control/funds",
        "balances in fen, withdrawals, and QR codes",
        "POST /sandbox/_control/funds/qrcode/{ticket}?act=confirm|cancel|expire|scan",
        "scan a QR code as the administrator",
        "POST /sandbox/_control/funds/withdrawals/{out_request_no}?status=SUCCESS|FAIL|REFUND&reason=",
        "pay out, fail, or send back a withdrawal as the bank",
        "POST /sandbox/_control/funds/balance?available=&pending=",
        "set the balances, in fen, without a ledger entry",
        "POST /sandbox/_control/funds/flows?date=yyyyMMdd&count=20",
        "make ledger entries for a day",
        "POST /sandbox/_control/funds/whitelist?listed=false",
        "take the caller's IP off the whitelist: funds calls answer 40164");
  }

  @GetMapping
  Map<String, Object> show(@RequestParam @Nullable String account) {
    Shop shop = sandbox.chosen(account);
    return Fields.of(
        "available", ledger.available(shop),
        "pending", ledger.pending(shop),
        "withdrawals", shop.all(Withdrawals.KIND),
        "codes", shop.all(QrCodes.KIND));
  }

  @PostMapping("/qrcode/{ticket}")
  Map<String, Object> scan(
      @PathVariable String ticket, @RequestParam(defaultValue = "confirm") String act) {
    Shop shop = sandbox.shopWith(QrCodes.KIND, ticket);
    int status =
        switch (act) {
          case "confirm" -> QrCodes.CONFIRMED;
          case "cancel" -> QrCodes.CANCELLED;
          case "expire" -> QrCodes.EXPIRED;
          case "scan" -> QrCodes.SCANNED;
          default -> throw new IllegalArgumentException("Nobody can " + act + " a QR code");
        };
    synchronized (shop) {
      codes.become(shop, shop.held(QrCodes.KIND, ticket), status);
    }
    return Fields.of("done", true);
  }

  @PostMapping("/withdrawals/{number}")
  Map<String, Object> end(
      @PathVariable String number,
      @RequestParam(defaultValue = "SUCCESS") WithdrawState status,
      @RequestParam(defaultValue = "") String reason) {
    Shop shop = sandbox.shopWith(Withdrawals.KIND, number);
    synchronized (shop) {
      withdrawals.end(shop, number, status, reason);
    }
    return Fields.of("done", true);
  }

  @PostMapping("/balance")
  Map<String, Object> balance(
      @RequestParam(defaultValue = "0") long available,
      @RequestParam(defaultValue = "0") long pending,
      @RequestParam @Nullable String account) {
    Shop shop = sandbox.chosen(account);
    synchronized (shop) {
      ledger.balance(shop, pending, available);
    }
    return show(account);
  }

  @PostMapping("/flows")
  Map<String, Object> flows(
      @RequestParam String date,
      @RequestParam(defaultValue = "20") int count,
      @RequestParam @Nullable String account) {
    Shop shop = sandbox.chosen(account);
    synchronized (shop) {
      days.fill(shop, date, count);
      return Fields.of("date", date, "total_num", ledger.of(shop, date).size());
    }
  }

  @PostMapping("/whitelist")
  Map<String, Object> whitelist(
      @RequestParam(defaultValue = "false") boolean listed,
      @RequestParam @Nullable String account) {
    Shop shop = sandbox.chosen(account);
    synchronized (shop) {
      SourceIpGate.list(shop, listed);
    }
    return Fields.of("listed", listed);
  }
}
