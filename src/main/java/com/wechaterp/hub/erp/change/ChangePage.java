package com.wechaterp.hub.erp.change;

import com.wechaterp.hub.erp.AliasRows;
import com.wechaterp.hub.erp.ErpDatabase;
import com.wechaterp.hub.erp.ErpException;
import com.wechaterp.hub.erp.change.ErpCursors.Cursor;
import com.wechaterp.hub.erp.change.ErpCursors.Row;
import com.wechaterp.hub.erp.pack.ChangeRule;
import com.wechaterp.hub.erp.pack.KeyCheck;
import com.wechaterp.hub.problem.Problem;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of a pack's statement that finds changes.
 *
 * @param rows its rows that can be read, in the order of their value and key
 * @param full whether more may follow
 * @param ofDays whether their values name no more than the day
 */
record ChangePage(List<Row> rows, boolean full, boolean ofDays) {

  /** A page with fewer rows is the last. */
  static final int SIZE = 1000;

  private static final int FEW = 20;

  /** A row as the ERP gives it. */
  private record Found(@Nullable Object value, @Nullable String key) {}

  /**
   * Reads the rows after a place.
   *
   * @param check takes the rows whose time or id cannot be read
   * @throws ErpException {@code erp-changes-stuck} if the next page would be this one again
   */
  static ChangePage after(
      Cursor from, ErpDatabase database, ChangeRule rule, CursorValues values, KeyCheck check) {
    return database.run(
        rule.file(),
        () -> {
          Object since = values.parameter(from.since());
          List<Found> found = found(since, from.key(), SIZE, database, rule);
          List<Row> rows = readable(found, rule, values, check);
          boolean full = found.size() == SIZE;
          if (full) {
            rows = inOrder(from, rows, rule);
          }
          boolean ofDays =
              values.ofDays() || found.stream().anyMatch(row -> row.value() instanceof LocalDate);
          return new ChangePage(rows, full, ofDays);
        });
  }

  /**
   * Returns whether the first few rows there are have no time or id that can be read.
   *
   * @param first what lies before all of them
   */
  static boolean unreadable(
      Object first, ErpDatabase database, ChangeRule rule, CursorValues values, KeyCheck check) {
    List<Found> found = found(first, "", FEW, database, rule);
    return !found.isEmpty() && readable(found, rule, values, check).isEmpty();
  }

  private static List<Found> found(
      Object since, String key, int limit, ErpDatabase database, ChangeRule rule) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("since", since);
    parameters.put("since_key", key);
    parameters.put("limit", limit);
    return database
        .template()
        .query(
            rule.sql(),
            parameters,
            (row, index) ->
                new Found(
                    AliasRows.value(row, row.findColumn("changed_at")),
                    AliasRows.key(row, "changed_key")));
  }

  private static List<Row> readable(
      List<Found> found, ChangeRule rule, CursorValues values, KeyCheck check) {
    List<Row> rows = new ArrayList<>();
    for (Found row : found) {
      Object value = row.value();
      try {
        if (value != null) {
          rows.add(new Row(values.text(value), row.key()));
          continue;
        }
      } catch (DateTimeException | NumberFormatException e) {
        // It is named as one that has no value at all.
      }
      check.unread(row.key(), value, rule);
    }
    return rows;
  }

  /** Without order and an end that lies further on, pages would be read for ever or be missed. */
  private static List<Row> inOrder(Cursor from, List<Row> found, ChangeRule rule) {
    boolean ordered = true;
    for (int i = 1; i < found.size(); i++) {
      ordered &= found.get(i - 1).value().compareTo(found.get(i).value()) <= 0;
    }
    List<Row> rows = found.isEmpty() ? found : withoutLastRun(found);
    Row last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
    if (!ordered
        || last == null
        || last.value().compareTo(from.since()) < 0
        || last.cursor().equals(from)) {
      throw new ErpException(
          Problem.of(
              ordered ? "erp-changes-stuck" : "erp-changes-unordered",
              "file",
              rule.file(),
              "size",
              SIZE,
              "value",
              from.since(),
              "key",
              from.key()),
          ErpException.Kind.PACK,
          null);
    }
    return rows;
  }

  /**
   * Leaves rows that the ERP may take for the last one to the next page: what is only after the
   * last key would pass over them.
   */
  private static List<Row> withoutLastRun(List<Row> rows) {
    Row last = rows.get(rows.size() - 1);
    int end = rows.size() - 1;
    while (end > 0 && isAlike(rows.get(end - 1), last)) {
      end--;
    }
    return end == 0 ? rows : rows.subList(0, end);
  }

  /** Collations mostly compare without case, accents and blanks at the end. */
  private static boolean isAlike(Row one, Row other) {
    return one.value().equals(other.value()) && folded(one.key()).equals(folded(other.key()));
  }

  private static String folded(@Nullable String key) {
    return key == null
        ? ""
        : Normalizer.normalize(key.strip(), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toUpperCase(Locale.ROOT);
  }
}
