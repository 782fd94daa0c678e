package com.wechaterp.hub.erp.pack;

import java.math.BigDecimal;
import java.util.List;

/**
 * How much of an ERP's stock is offered at WeChat.
 *
 * @param minus the columns taken off, such as pieces that are reserved
 * @param share the part of what remains, from 0 to 1
 * @param keep how many pieces are then kept back
 * @param atLeast the least that is told
 */
public record StockRule(List<String> minus, BigDecimal share, long keep, long atLeast) {

  /** Offers all there is. */
  public static final StockRule ALL = new StockRule(List.of(), BigDecimal.ONE, 0, 0);

  public StockRule {
    minus = List.copyOf(minus);
  }

  /** Returns what is offered of the pieces there are. */
  BigDecimal offered(BigDecimal pieces) {
    return pieces.multiply(share).subtract(BigDecimal.valueOf(keep));
  }
}
