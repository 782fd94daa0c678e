package com.wechaterp.hub.erp.change;

import com.wechaterp.hub.erp.ErpDatabase;
import com.wechaterp.hub.erp.change.ErpCursors.Cursor;
import com.wechaterp.hub.erp.pack.ChangeRule;
import com.wechaterp.hub.erp.pack.Port;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds changes by a time or an id, page by page on (value, key).
 *
 * <p>Where transactions may still commit late, rows are read again at every poll, and what was seen
 * there is remembered, so that only what is new is marked.
 */
class CursorFinder {

  private static final int PAGE = 1000;

  private final ErpDatabase database;
  private final ErpCursors cursors;
  private final TransactionTemplate hub;
  private final Clock clock;

  CursorFinder(ErpDatabase database, ErpCursors cursors, TransactionTemplate hub, Clock clock) {
    this.database = database;
    this.cursors = cursors;
    this.hub = hub;
    this.clock = clock;
  }

  private record Row(String value, String key) {}

  int find(String name, Port port, ZoneId zone, Consumer<List<String>> mark) {
    ChangeRule rule = port.changes();
    CursorValues values = new CursorValues(rule, zone);
    Cursor cursor = cursors.read(name);
    Cursor from = cursor == null ? new Cursor(values.first(), "") : cursor;
    Map<String, String> seen = cursors.seen(name);
    int marked = 0;
    List<Row> page;
    do {
      Cursor start = from;
      page = database.run(rule.file(), () -> page(rule, values, start));
      if (!page.isEmpty()) {
        Row last = page.get(page.size() - 1);
        marked += commit(name, values, page, last, seen, mark);
        from = new Cursor(last.value, last.key);
      }
    } while (page.size() == PAGE);
    return marked;
  }

  private List<Row> page(ChangeRule rule, CursorValues values, Cursor from) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("since", values.parameter(from.since()));
    parameters.put("since_key", from.key());
    parameters.put("limit", PAGE);
    return database
        .template()
        .query(
            rule.sql(),
            parameters,
            (row, index) ->
                new Row(values.text(row.getObject("changed_at")), row.getString("changed_key")));
  }

  /** Marks the page's new rows and moves the cursor, in one transaction. */
  private int commit(
      String name,
      CursorValues values,
      List<Row> page,
      Row last,
      Map<String, String> seen,
      Consumer<List<String>> mark) {
    List<String> keys = new ArrayList<>();
    for (Row row : page) {
      if (!row.value.equals(seen.get(row.key))) {
        keys.add(row.key);
      }
    }
    String settled = values.settled(clock.instant(), last.value);
    boolean behind = last.value.compareTo(settled) < 0;
    Cursor next = behind ? new Cursor(last.value, last.key) : new Cursor(settled, "");
    Map<String, String> unsettled = new LinkedHashMap<>();
    page.stream()
        .filter(row -> row.value.compareTo(settled) >= 0)
        .forEach(row -> unsettled.put(row.key, row.value));
    hub.executeWithoutResult(
        status -> {
          mark.accept(keys);
          cursors.write(name, next);
          cursors.see(name, unsettled);
          cursors.forgetBefore(name, next.since());
        });
    seen.putAll(unsettled);
    return keys.size();
  }
}
