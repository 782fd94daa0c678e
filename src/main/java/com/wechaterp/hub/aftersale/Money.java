package com.wechaterp.hub.aftersale;

import java.math.BigDecimal;

/** Shows amounts to people. */
final class Money {

  private Money() {}

  /** Returns fen as yuan with two decimals. */
  static String yuan(long fen) {
    return new BigDecimal(fen).movePointLeft(2).toPlainString();
  }
}
