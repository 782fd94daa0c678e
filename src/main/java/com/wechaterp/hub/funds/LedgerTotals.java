package com.wechaterp.hub.funds;

import java.util.List;

/**
 * What a day's ledger adds up to.
 *
 * @param entries how many bookings
 * @param income sum of what came in, fen
 * @param expense sum of what went out, fen
 */
record LedgerTotals(long entries, long income, long expense) {

  /** Adds up entries. */
  static LedgerTotals of(List<LedgerEntry> entries) {
    return new LedgerTotals(
        entries.size(), sum(entries, LedgerEntry.INCOME), sum(entries, LedgerEntry.EXPENSE));
  }

  private static long sum(List<LedgerEntry> entries, String flowType) {
    return entries.stream()
        .filter(entry -> entry.flowType().equals(flowType))
        .mapToLong(LedgerEntry::amount)
        .reduce(0, Math::addExact);
  }

  @Override
  public String toString() {
    return entries + " entries, +" + income + " -" + expense + " fen";
  }
}
