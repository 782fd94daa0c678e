package com.wechaterp.hub.sandbox;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Balance, ledger, withdrawals and the settlement account (WeChat docs, funds [资金]). */
class FundsOperations implements OperationFamily {

  static final String WITHDRAW = "withdraw";
  static final String ACCOUNT = "bankaccount";

  private final Ledger ledger;
  private final Withdrawals withdrawals;
  private final BankAccounts accounts;
  private final QrCodes codes;

  FundsOperations(Ledger ledger, Withdrawals withdrawals, BankAccounts accounts, QrCodes codes) {
    this.ledger = ledger;
    this.withdrawals = withdrawals;
    this.accounts = accounts;
    this.codes = codes;
  }

  @Override
  public Map<String, SandboxOperation> operations() {
    Map<String, SandboxOperation> operations = new LinkedHashMap<>();
    operations.put("shop/funds/getbalance", new BareOperation(this::balance));
    operations.put("shop/funds/scanorderflow", new BareOperation(this::scanFlows));
    operations.put("shop/funds/getorderflow", new BareOperation(this::flow));
    operations.put("shop/funds/submitwithdraw", this::withdraw);
    operations.put("shop/funds/scanwithdraw", new BareOperation(this::scanWithdrawals));
    operations.put("shop/funds/getwithdrawdetail", new BareOperation(this::withdrawal));
    operations.put("shop/funds/setbankaccount", this::setAccount);
    operations.put("shop/funds/getbankaccount", this::account);
    operations.put("shop/funds/qrcode/gen", this::generate);
    operations.put("shop/funds/qrcode/get", this::picture);
    operations.put("shop/funds/qrcode/check", this::scan);
    return operations;
  }

  private Map<String, Object> balance(Shop shop, Map<String, Object> request) {
    return Fields.of(
        "balance_info",
        Fields.of(
            "available_amount", ledger.available(shop), "pending_amount", ledger.pending(shop)));
  }

  private Map<String, Object> scanFlows(Shop shop, Map<String, Object> request) {
    String day = Fields.text(request, "date");
    if (!day.matches("\\d{8}")) {
      throw new SandboxError(40097, "invalid args: date");
    }
    List<String> ids =
        ledger.of(shop, day).stream().map(one -> Fields.text(one, "funds_flow_id")).toList();
    return Fields.of(
        "funds_flow_ids",
        Page.numbered(ids, request, "page_num", "page_size"),
        "total_num",
        ids.size());
  }

  private Map<String, Object> flow(Shop shop, Map<String, Object> request) {
    Map<String, Object> entry = shop.get(Ledger.ENTRY, Fields.text(request, "funds_flow_id"));
    if (entry == null) {
      throw new SandboxError(9710001, "暂无数据");
    }
    Map<String, Object> shown = Fields.copy(entry);
    shown.put("amount", yuan(entry, "amount"));
    shown.put("balance", yuan(entry, "balance"));
    return Fields.of("funds_flow", shown);
  }

  private static String yuan(Map<String, Object> entry, String name) {
    return BigDecimal.valueOf(Fields.number(entry, name), 2).toPlainString();
  }

  private Map<String, Object> withdraw(Shop shop, Map<String, Object> request) {
    String number = withdrawals.submit(shop, request);
    return Fields.of(
        "out_request_no", number, "qrcode_ticket", codes.create(shop, WITHDRAW, number));
  }

  private Map<String, Object> scanWithdrawals(Shop shop, Map<String, Object> request) {
    List<String> numbers =
        shop.all(Withdrawals.KIND).stream()
            .map(one -> Fields.text(one, "out_request_no"))
            .sorted(Comparator.reverseOrder())
            .toList();
    return Fields.of(
        "out_request_nos",
        Page.numbered(numbers, request, "page_num", "page_size"),
        "total_num",
        numbers.size());
  }

  private Map<String, Object> withdrawal(Shop shop, Map<String, Object> request) {
    Map<String, Object> found = shop.get(Withdrawals.KIND, Fields.text(request, "out_request_no"));
    if (found == null) {
      throw new SandboxError(9710001, "暂无数据");
    }
    Map<String, Object> shown = Fields.copy(found);
    shown.remove("out_request_no");
    shown.remove("due");
    return Fields.of("withdraw_info", shown);
  }

  private Map<String, Object> setAccount(Shop shop, Map<String, Object> request) {
    accounts.want(shop, Fields.object(request.get("account_info")));
    return Map.of();
  }

  private Map<String, Object> account(Shop shop, Map<String, Object> request) {
    return Fields.of("account_info", BankAccounts.stored(shop));
  }

  private Map<String, Object> generate(Shop shop, Map<String, Object> request) {
    return Fields.of("qrcode_ticket", codes.create(shop, ACCOUNT, ""));
  }

  private Map<String, Object> picture(Shop shop, Map<String, Object> request) {
    String ticket = Fields.text(request, "qrcode_ticket");
    QrCodes.require(shop, ticket);
    return Fields.of("qrcode_buf", QrPicture.base64(ticket));
  }

  private Map<String, Object> scan(Shop shop, Map<String, Object> request) {
    Map<String, Object> code = QrCodes.require(shop, Fields.text(request, "qrcode_ticket"));
    return Fields.of(
        "status",
        code.get("status"),
        "self_check_err_code",
        0,
        "self_check_err_msg",
        "",
        "scan_user_type",
        1);
  }
}
