package com.wechaterp.hub.erp.change;

import com.wechaterp.hub.erp.ErpDatabase;
import com.wechaterp.hub.erp.change.ErpCursors.Cursor;
import com.wechaterp.hub.erp.change.ErpCursors.Row;
import com.wechaterp.hub.erp.pack.ChangeRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One page of a pack's statement that finds changes. */
final class ChangePage {

  /** A page with fewer rows is the last. */
  static final int SIZE = 1000;

  private ChangePage() {}

  /** Reads the rows after a place, in the order of their value and key. */
  static List<Row> after(Cursor from, ErpDatabase database, ChangeRule rule, CursorValues values) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("since", values.parameter(from.since()));
    parameters.put("since_key", from.key());
    parameters.put("limit", SIZE);
    return database.run(
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
  }
}
