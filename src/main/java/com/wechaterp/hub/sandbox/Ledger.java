package com.wechaterp.hub.sandbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The account's money: two balances, and an entry for whatever changes them (WeChat docs, funds
 * [资金]).
 */
class Ledger {

  static final String ENTRY = "flow";

  private static final String BALANCE = "balance";

  /** 0.6 % of what is settled, in parts of a thousand. */
  private static final long FEE_PER_MILLE = 6;

  /** Enters a movement of money now. */
  void enter(Shop shop, LedgerKind kind, String requestNo, long fen) {
    enter(shop, kind, requestNo, fen, shop.clock().now());
  }

  /**
   * Enters a movement of money.
   *
   * @param requestNo the order, after-sale or withdrawal it belongs to
   * @param fen how much, positive
   * @param time when it is booked
   */
  void enter(Shop shop, LedgerKind kind, String requestNo, long fen, Instant time) {
    long pending = pending(shop) + kind.pending() * fen;
    long available = available(shop) + kind.available() * fen;
    balance(shop, pending, available);
    String id = String.valueOf(shop.nextId());
    shop.put(
        ENTRY,
        id,
        Fields.of(
            "funds_flow_id",
            id,
            "type",
            kind.type(),
            "flow_type",
            kind.isIncome() ? "收入" : "支出",
            "amount",
            fen,
            "balance",
            pending + available,
            "busi_type",
            kind.business(),
            "request_no",
            requestNo,
            "bookkeeping_time",
            SandboxClock.wire(time)));
  }

  /** Settles an order now: what is left of it can be withdrawn, less the fee. */
  void settle(Shop shop, String orderNo, long fen) {
    settle(shop, orderNo, fen, shop.clock().now());
  }

  /** Settles an order at a time. */
  void settle(Shop shop, String orderNo, long fen, Instant time) {
    balance(shop, pending(shop) - fen, available(shop) + fen);
    long fee = (fen * FEE_PER_MILLE + 500) / 1000;
    if (fee > 0) {
      enter(shop, LedgerKind.FEE, orderNo, fee, time);
    }
  }

  /** Returns what can be withdrawn, in fen. */
  long available(Shop shop) {
    return Fields.number(balances(shop), "available");
  }

  /** Returns what still waits to be settled, in fen. */
  long pending(Shop shop) {
    return Fields.number(balances(shop), "pending");
  }

  /** Returns the entries of a day in their order; the day as yyyyMMdd in China time. */
  List<Map<String, Object>> of(Shop shop, String day) {
    return shop.all(ENTRY).stream()
        .filter(
            entry ->
                Fields.text(entry, "bookkeeping_time")
                    .substring(0, "yyyy-MM-dd".length())
                    .replace("-", "")
                    .equals(day))
        .sorted(Comparator.comparing(entry -> Fields.text(entry, "bookkeeping_time")))
        .toList();
  }

  private static Map<String, Object> balances(Shop shop) {
    return Fields.object(shop.get(BALANCE, BALANCE));
  }

  /** Sets both balances without an entry. */
  void balance(Shop shop, long pending, long available) {
    shop.put(BALANCE, BALANCE, Fields.of("pending", pending, "available", available));
  }
}
