package com.wechaterp.hub.order;

/**
 * What an order costs, all in fen.
 *
 * @param orderPrice what is due
 * @param freight freight
 * @param discounted the discount on the whole order
 * @param additional an extra charge
 * @param remarks what the extra charge is for, or empty
 */
public record OrderPrice(
    long orderPrice, long freight, long discounted, long additional, String remarks) {

  /** Returns what is paid for the goods alone. */
  public long goods() {
    return orderPrice - freight - additional;
  }
}
