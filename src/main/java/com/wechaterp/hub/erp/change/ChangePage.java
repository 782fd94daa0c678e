package com.wechaterp.hub.erp.change;

import com.wechaterp.hub.erp.ErpDatabase;
import com.wechaterp.hub.erp.change.ErpCursors.Cursor;
import com.wechaterp.hub.erp.change.ErpCursors.Row;
import com.wechaterp.hub.erp.pack.ChangeRule;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of a pack's statement that finds changes.
 *
 * @param rows its rows, in the order of their value and key
 * @param full whether more may follow
 */
record ChangePage(List<Row> rows, boolean full) {

  /** A page with fewer rows is the last. */
  static final int SIZE = 1000;

  /** Reads the rows after a place. */
  static ChangePage after(Cursor from, ErpDatabase database, ChangeRule rule, CursorValues values) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("since", values.parameter(from.since()));
    parameters.put("since_key", from.key());
    parameters.put("limit", SIZE);
    List<Row> rows =
        database.run(
            rule.file(),
            () ->
                database
                    .template()
                    .query(
                        rule.sql(),
                        parameters,
                        (row, index) ->
                            new Row(
                                values.text(row.getObject("changed_at")),
                                row.getString("changed_key"))));
    boolean full = rows.size() == SIZE;
    return new ChangePage(full ? withoutLastRun(rows) : rows, full);
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
