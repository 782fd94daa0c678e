package com.wechaterp.hub.sandbox;

/** The states of a withdrawal (enum withdraw.status). */
enum WithdrawState {
  /** Waits for the administrator to scan. */
  INIT(0),
  /** Accepted: the money has left the balance. */
  CREATE_SUCCESS(0),
  SUCCESS(1),
  FAIL(2),
  /** Paid out, and sent back by the bank. */
  REFUND(3),
  CLOSE(4);

  private final int event;

  WithdrawState(int event) {
    this.event = event;
  }

  /** Returns what withdraw_notify says; its real values were not found (no document gives them). */
  int event() {
    return event;
  }
}
