package com.wechaterp.hub.sandbox;

/** What moves the account's money, and how an entry of the ledger (资金流水) calls it. */
enum LedgerKind {
  /** An order is paid: pending until it is settled. */
  PAID("交易", "订单", 1, 0),
  /** Money goes back to the buyer before the order is settled. */
  REFUNDED("退款", "售后", -1, 0),
  /** Money goes back to the buyer after the order is settled. */
  REFUNDED_SETTLED("退款", "售后", 0, -1),
  /** The fee (手续费) that settling costs. */
  FEE("扣除手续费", "订单", 0, -1),
  /** Money leaves for the bank. */
  WITHDRAWN("提现", "提现", 0, -1),
  /** The bank sends money back (提现退票), or does not take it. */
  RETURNED("提现退回", "提现", 0, 1);

  private final String type;
  private final String business;
  private final int pending;
  private final int available;

  LedgerKind(String type, String business, int pending, int available) {
    this.type = type;
    this.business = business;
    this.pending = pending;
    this.available = available;
  }

  String type() {
    return type;
  }

  String business() {
    return business;
  }

  /** Returns how the balance that is not yet settled changes: by the amount, against it, or not. */
  int pending() {
    return pending;
  }

  /** Returns how the balance that can be withdrawn changes: by the amount, against it, or not. */
  int available() {
    return available;
  }

  boolean isIncome() {
    return pending + available > 0;
  }
}
