package com.wechaterp.hub.funds;

import com.wechaterp.hub.document.Columns;
import java.util.List;
import java.util.Map;

/**
 * What the ERP adds up for one day.
 *
 * @param totals the sums
 * @param ofAll whether they are those of all accounts, because the pack does not tell accounts
 *     apart
 */
record ErpTotals(LedgerTotals totals, boolean ofAll) {

  private static final LedgerTotals NOTHING = new LedgerTotals(0, 0, 0);

  /**
   * Reads the row of the port {@code ledger-totals}, empty if the ERP has nothing of the day.
   *
   * @throws com.wechaterp.hub.plan.HoldException if a column is wrong
   */
  static ErpTotals of(String account, String day, Map<String, Object> row) {
    Columns columns = new Columns("funds", day, row);
    List<Columns> accounts = columns.rows("accounts", "account");
    LedgerTotals totals = NOTHING;
    if (!accounts.isEmpty()) {
      for (Columns each : accounts) {
        if (each.text("account").equals(account)) {
          totals = totals(each);
        }
      }
    } else if (!row.isEmpty()) {
      totals = totals(columns);
    }
    columns.end();
    return new ErpTotals(totals, accounts.isEmpty());
  }

  private static LedgerTotals totals(Columns columns) {
    return new LedgerTotals(
        columns.number("entries"), columns.number("income"), columns.number("expense"));
  }
}
