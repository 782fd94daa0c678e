package com.wechaterp.hub.funds;

import com.wechaterp.hub.erp.BadRow;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.erp.ErpException;
import com.wechaterp.hub.problem.Problem;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** An ERP that keeps bookings and withdrawals by id, and can refuse some. */
final class BooksErp implements Erp {

  final Map<String, Map<String, ?>> entries = new LinkedHashMap<>();
  final Map<String, Map<String, ?>> withdrawals = new LinkedHashMap<>();
  final Set<String> refuses = new HashSet<>();
  boolean tellsAccountsApart;

  @Override
  public boolean has(String port) {
    return true;
  }

  @Override
  public Optional<Map<String, Object>> read(String port, String key) {
    if (tellsAccountsApart) {
      return Optional.of(Map.of("day", key, "accounts", List.of(totals("main"), totals("second"))));
    }
    return Optional.of(
        Map.of(
            "day",
            key,
            "entries",
            (long) entries.size(),
            "income",
            sum(entries.values(), LedgerEntry.INCOME),
            "expense",
            sum(entries.values(), LedgerEntry.EXPENSE)));
  }

  private Map<String, Object> totals(String account) {
    List<Map<String, ?>> theirs =
        entries.values().stream().filter(each -> account.equals(each.get("account"))).toList();
    return Map.of(
        "account",
        account,
        "entries",
        (long) theirs.size(),
        "income",
        sum(theirs, LedgerEntry.INCOME),
        "expense",
        sum(theirs, LedgerEntry.EXPENSE));
  }

  private static long sum(Collection<Map<String, ?>> entries, String flowType) {
    return entries.stream()
        .filter(entry -> flowType.equals(entry.get("flow_type")))
        .mapToLong(entry -> (Long) entry.get("amount"))
        .sum();
  }

  @Override
  public boolean mayChangeNothing(String port) {
    return false;
  }

  @Override
  public int write(String port, Map<String, ?> values) {
    boolean withdrawal = port.equals("withdrawal");
    String id = String.valueOf(values.get(withdrawal ? "out_request_no" : "funds_flow_id"));
    if (refuses.contains(id)) {
      throw new ErpException(
          Problem.of(
              "erp-write-refused", "port", port, "key", id, "error", "too long", "file", "x"),
          ErpException.Kind.BAD_ROW,
          null);
    }
    if (withdrawal) {
      withdrawals.put(id, values);
      return 1;
    }
    return entries.putIfAbsent(id, values) == null ? 1 : 0;
  }

  @Override
  public void stream(
      String port, Consumer<Map<String, Object>> onDocument, Consumer<BadRow> onBad) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void read(
      String port,
      Collection<String> keys,
      Consumer<Map<String, Object>> onDocument,
      Consumer<BadRow> onBad) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void changed(String port, Instant from, Instant to, Consumer<List<String>> onKeys) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int findChanges(String port, String flow, String account) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int markAll(String port, String flow, String account) {
    throw new UnsupportedOperationException();
  }
}
