package com.wechaterp.hub.funds;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A WeChat with a ledger, a balance and withdrawals, that can lose an answer. */
final class BankingWeChat implements WeChat {

  final List<String> calls = new ArrayList<>();
  final Map<String, Map<String, Object>> flows = new LinkedHashMap<>();
  final Map<String, Map<String, Object>> withdrawals = new LinkedHashMap<>();
  long balance = 100_000;
  long scanned;
  Map<String, Object> bankAccount =
      Map.of("account_bank", "招商银行", "account_number", "************9999");
  String paid = "CREATE_SUCCESS";
  boolean losesTheAnswer;
  boolean losesTheCall;
  boolean saysBusy;

  void books(String id, String flowType, String yuan) {
    flows.put(
        id,
        Map.of(
            "funds_flow_id",
            id,
            "type",
            "订单",
            "flow_type",
            flowType,
            "amount",
            yuan,
            "balance",
            "1000.00",
            "bookkeeping_time",
            "2026-11-24 12:00:00"));
  }

  long count(String operation) {
    return calls.stream().filter(operation::equals).count();
  }

  @Override
  public Map<String, Object> call(String account, String operation, Map<String, ?> body) {
    calls.add(operation);
    return switch (operation) {
      case "shop/funds/scanorderflow" -> scan(body);
      case "shop/funds/getorderflow" ->
          Map.of("funds_flow", flows.get(String.valueOf(body.get("funds_flow_id"))));
      case "shop/funds/getbalance" ->
          Map.of("balance_info", Map.of("available_amount", balance, "pending_amount", 0));
      case "shop/funds/submitwithdraw" -> withdraw(body);
      case "shop/funds/scanwithdraw" ->
          Map.of(
              "out_request_nos", List.copyOf(withdrawals.keySet()),
              "total_num", withdrawals.size());
      case "shop/funds/getwithdrawdetail" -> detail(body);
      case "shop/funds/setbankaccount" -> answerOrLose(operation, Map.of());
      case "shop/funds/qrcode/gen" -> Map.of("qrcode_ticket", "ticket");
      case "shop/funds/getbankaccount" -> Map.of("account_info", bankAccount);
      case "shop/funds/qrcode/check" -> Map.of("status", scanned);
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private Map<String, Object> scan(Map<String, ?> body) {
    if (flows.isEmpty()) {
      throw failure("shop/funds/scanorderflow", 9710001, ErrorCategory.PERMANENT, false);
    }
    List<String> ids = List.copyOf(flows.keySet());
    int from = (int) ((((Number) body.get("page_num")).longValue() - 1) * 2);
    return Map.of(
        "funds_flow_ids", ids.subList(Math.min(from, ids.size()), Math.min(from + 2, ids.size())),
        "total_num", ids.size());
  }

  private Map<String, Object> withdraw(Map<String, ?> body) {
    if (losesTheCall) {
      losesTheCall = false;
      throw failure("shop/funds/submitwithdraw", 0, ErrorCategory.OUTAGE, true);
    }
    String number = "W" + (withdrawals.size() + 1);
    withdrawals.put(number, new LinkedHashMap<>(body));
    return answerOrLose(
        "shop/funds/submitwithdraw", Map.of("out_request_no", number, "qrcode_ticket", "ticket"));
  }

  /** What was asked for has happened, whatever the hub gets to hear. */
  private Map<String, Object> answerOrLose(String operation, Map<String, Object> answer) {
    if (losesTheAnswer) {
      losesTheAnswer = false;
      throw failure(operation, 0, ErrorCategory.OUTAGE, true);
    }
    if (saysBusy) {
      saysBusy = false;
      throw failure(operation, -1, ErrorCategory.RETRY, false);
    }
    return answer;
  }

  private Map<String, Object> detail(Map<String, ?> body) {
    Map<String, Object> detail =
        new LinkedHashMap<>(withdrawals.get(String.valueOf(body.get("out_request_no"))));
    detail.put("status", paid);
    detail.put("reason", paid.equals("FAIL") ? "账户异常" : "");
    return Map.of("withdraw_info", detail);
  }

  private static WeChatException failure(
      String operation, int code, ErrorCategory category, boolean unknown) {
    return new WeChatException(
        Problem.of("wechat-unreachable", "operation", operation, "error", code),
        category,
        operation,
        code,
        unknown,
        null);
  }
}
