package com.wechaterp.hub.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Moves the money of payment orders: pays, refunds, shares, each with its event (WeChat's
 * documents: funds [资金]).
 */
class PayMoves implements OperationFamily, Tick {

  private static final String REFUNDS = "refund_list";
  private static final String SHARINGS = "profit_sharing_list";

  private final Ledger ledger;
  private final Audits audits;
  private final Pushes pushes;

  PayMoves(Ledger ledger, Audits audits, Pushes pushes) {
    this.ledger = ledger;
    this.audits = audits;
    this.pushes = pushes;
  }

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of("shop/pay/refundorder", this::refund, "shop/pay/profitsharingorder", this::share);
  }

  /**
   * Pays an order as the buyer.
   *
   * @throws IllegalArgumentException if it cannot be paid any more
   */
  void pay(Shop shop, Map<String, Object> order) {
    if (!PayOrders.is(order, PayOrders.UNPAID)) {
      throw new IllegalArgumentException(
          Fields.text(order, "trade_no") + " is " + Fields.text(order, "state"));
    }
    order.put("state", PayOrders.PAID);
    order.put("transaction_id", "42000" + shop.nextId());
    order.put("pay_time", shop.clock().now().getEpochSecond());
    PayOrders.save(shop, order);
    ledger.enter(
        shop, LedgerKind.PAID, Fields.text(order, "trade_no"), Fields.number(order, "amount"));
    tell(
        shop,
        "funds_order_pay",
        Fields.of(
            "trade_no", order.get("trade_no"),
            "transaction_id", order.get("transaction_id"),
            "pay_time", shop.clock().wire()));
  }

  private Map<String, Object> refund(Shop shop, Map<String, Object> request) {
    Map<String, Object> order = PayOrders.requirePaid(shop, request);
    String number = Fields.text(request, "refund_no");
    long fen = Fields.number(request, "refund_amount");
    for (Map<String, Object> before : PayOrders.refunds(order)) {
      if (Fields.text(before, "refund_no").equals(number)) {
        if (Fields.number(before, "amount") != fen) {
          throw new SandboxError(40097, "invalid args: refund_no");
        }
        return Map.of();
      }
    }
    if (Fields.number(request, "total_amount") != Fields.number(order, "amount") || fen <= 0) {
      throw new SandboxError(40097, "invalid args: amount");
    }
    if (fen > PayOrders.left(order)) {
      throw new SandboxError(2747014, "售后金额不合法,大于最大可退款金额");
    }
    add(
        shop,
        order,
        REFUNDS,
        Fields.of("refund_no", number, "refund_id", "50300" + shop.nextId()),
        fen);
    return Map.of();
  }

  private Map<String, Object> share(Shop shop, Map<String, Object> request) {
    Map<String, Object> order = PayOrders.requirePaid(shop, request);
    String number = Fields.text(request, "profit_sharing_no");
    List<Map<String, Object>> before = Fields.objects(order.get(SHARINGS));
    if (before.stream().anyMatch(one -> Fields.text(one, "profit_sharing_no").equals(number))) {
      return Map.of();
    }
    if (!before.isEmpty() || PayOrders.left(order) == 0) {
      throw PayOrders.notAllowed();
    }
    Map<String, Object> sharing =
        Fields.of(
            "mchid",
            order.get("mchid"),
            "profit_sharing_no",
            number,
            "profit_sharing_id",
            "30002" + shop.nextId());
    add(shop, order, SHARINGS, sharing, PayOrders.left(order));
    return Map.of();
  }

  private void add(
      Shop shop, Map<String, Object> order, String list, Map<String, Object> move, long fen) {
    move.put("amount", fen);
    move.put("create_time", shop.clock().now().getEpochSecond());
    move.put("result", "PROCESSING");
    move.put("due", audits.dueFrom(shop));
    List<Object> moves = new ArrayList<>(Fields.objects(order.get(list)));
    moves.add(move);
    order.put(list, moves);
    PayOrders.save(shop, order);
  }

  /** Closes orders nobody paid in time, and finishes what is due. */
  @Override
  public void pass(Shop shop) {
    long now = shop.clock().now().toEpochMilli();
    for (Map<String, Object> order : shop.all(PayOrders.KIND)) {
      if (PayOrders.is(order, PayOrders.UNPAID)
          && Fields.number(order, "expire_time") * 1000 <= now) {
        order.put("state", PayOrders.CLOSED);
        PayOrders.save(shop, order);
      }
      for (String list : List.of(REFUNDS, SHARINGS)) {
        Fields.objects(order.get(list)).stream()
            .filter(move -> Fields.text(move, "result").equals("PROCESSING"))
            .filter(move -> Fields.number(move, "due") <= now)
            .forEach(move -> finish(shop, order, move, "SUCCESS"));
      }
    }
  }

  /** Ends a refund or a profit sharing: SUCCESS or FAIL. */
  void finish(Shop shop, Map<String, Object> order, Map<String, Object> move, String result) {
    move.put("result", result);
    move.put("finish_time", shop.clock().now().getEpochSecond());
    PayOrders.save(shop, order);
    boolean done = result.equals("SUCCESS");
    long fen = Fields.number(move, "amount");
    if (move.containsKey("refund_no")) {
      if (done) {
        ledger.enter(shop, refundKind(order), Fields.text(move, "refund_no"), fen);
      }
      tell(
          shop,
          "funds_order_refund",
          Fields.of(
              "refund_no",
              move.get("refund_no"),
              "status",
              result,
              "success_time",
              done ? shop.clock().wire() : ""));
      return;
    }
    if (done) {
      ledger.settle(shop, Fields.text(order, "trade_no"), fen);
    }
    tell(
        shop,
        "funds_order_profitsharing",
        Fields.of(
            "profit_sharing_no",
            move.get("profit_sharing_no"),
            "amount",
            fen,
            "result",
            result,
            "finish_time",
            shop.clock().wire()));
  }

  private static LedgerKind refundKind(Map<String, Object> order) {
    return Fields.objects(order.get(SHARINGS)).stream()
            .anyMatch(sharing -> Fields.text(sharing, "result").equals("SUCCESS"))
        ? LedgerKind.REFUNDED_SETTLED
        : LedgerKind.REFUNDED;
  }

  private void tell(Shop shop, String event, Map<String, Object> body) {
    pushes.push(shop, event, "order_info", body);
  }
}
