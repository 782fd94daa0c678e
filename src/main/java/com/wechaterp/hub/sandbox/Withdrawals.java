package com.wechaterp.hub.sandbox;

import java.util.Map;

/** Withdrawals from the request over the administrator's scan to the bank. */
class Withdrawals implements Scanned, Tick {

  static final String KIND = "withdraw";

  private final Ledger ledger;
  private final Audits audits;
  private final Pushes pushes;

  Withdrawals(Ledger ledger, Audits audits, Pushes pushes) {
    this.ledger = ledger;
    this.audits = audits;
    this.pushes = pushes;
  }

  /**
   * Takes a request and returns its number.
   *
   * @throws SandboxError if there is not that much to withdraw
   */
  String submit(Shop shop, Map<String, Object> request) {
    long fen = Fields.number(request, "amount");
    if (fen <= 0) {
      throw new SandboxError(40097, "invalid args: amount");
    }
    if (fen > ledger.available(shop)) {
      throw new SandboxError(40097, "invalid args: amount 提现金额大于可提现余额");
    }
    String number = "wd" + shop.nextId();
    Map<String, Object> account = BankAccounts.stored(shop);
    Map<String, Object> withdrawal =
        Fields.of(
            "out_request_no", number,
            "amount", fen,
            "remark", Fields.text(request, "remark"),
            "bank_memo", Fields.text(request, "bank_memo"),
            "bank_name", Fields.text(account, "account_bank"),
            "bank_num", BankAccounts.masked(account),
            "reason", "",
            "create_time", shop.clock().now().getEpochSecond());
    become(shop, withdrawal, WithdrawState.INIT, "");
    return number;
  }

  @Override
  public void confirmed(Shop shop, String number) {
    Map<String, Object> withdrawal = shop.held(KIND, number);
    long fen = Fields.number(withdrawal, "amount");
    if (fen > ledger.available(shop)) {
      become(shop, withdrawal, WithdrawState.FAIL, "可提现余额不足");
      return;
    }
    ledger.enter(shop, LedgerKind.WITHDRAWN, number, fen);
    withdrawal.put("due", audits.dueFrom(shop));
    become(shop, withdrawal, WithdrawState.CREATE_SUCCESS, "");
  }

  @Override
  public void dropped(Shop shop, String number) {
    become(shop, shop.held(KIND, number), WithdrawState.CLOSE, "管理员未确认");
  }

  @Override
  public void pass(Shop shop) {
    long now = shop.clock().now().toEpochMilli();
    shop.all(KIND).stream()
        .filter(one -> state(one) == WithdrawState.CREATE_SUCCESS)
        .filter(one -> Fields.number(one, "due") <= now)
        .forEach(one -> become(shop, one, WithdrawState.SUCCESS, ""));
  }

  /**
   * Ends a withdrawal as the bank would.
   *
   * @throws IllegalArgumentException if it cannot end like that now
   */
  void end(Shop shop, String number, WithdrawState state, String reason) {
    Map<String, Object> withdrawal = shop.held(KIND, number);
    boolean possible =
        switch (state) {
          case SUCCESS, FAIL -> state(withdrawal) == WithdrawState.CREATE_SUCCESS;
          case REFUND -> state(withdrawal) == WithdrawState.SUCCESS;
          default -> false;
        };
    if (!possible) {
      throw new IllegalArgumentException(
          number + " is " + state(withdrawal) + " and cannot become " + state);
    }
    if (state != WithdrawState.SUCCESS) {
      ledger.enter(shop, LedgerKind.RETURNED, number, Fields.number(withdrawal, "amount"));
    }
    become(shop, withdrawal, state, reason);
  }

  private static WithdrawState state(Map<String, Object> withdrawal) {
    return WithdrawState.valueOf(Fields.text(withdrawal, "status"));
  }

  private void become(
      Shop shop, Map<String, Object> withdrawal, WithdrawState state, String reason) {
    String number = Fields.text(withdrawal, "out_request_no");
    withdrawal.put("status", state.name());
    withdrawal.put("reason", reason);
    withdrawal.put("update_time", shop.clock().now().getEpochSecond());
    shop.put(KIND, number, withdrawal);
    if (state.event() != 0) {
      pushes.push(
          shop,
          "withdraw_notify",
          "withdraw_info",
          Fields.of("out_request_no", number, "event", state.event()));
    }
  }
}
