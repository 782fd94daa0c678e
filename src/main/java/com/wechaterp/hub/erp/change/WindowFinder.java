package com.wechaterp.hub.erp.change;

import com.wechaterp.hub.erp.ErpDatabase;
import com.wechaterp.hub.erp.change.ErpCursors.Cursor;
import com.wechaterp.hub.erp.change.ErpCursors.Row;
import com.wechaterp.hub.erp.pack.ChangeRule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds what last changed in a span of time; it remembers nothing and moves no cursor. */
class WindowFinder {

  private final ErpDatabase database;

  WindowFinder(ErpDatabase database) {
    this.database = database;
  }

  void find(ChangeRule rule, ZoneId zone, Instant from, Instant to, Consumer<List<String>> onKeys) {
    CursorValues values = new CursorValues(rule, zone);
    String end = values.at(to);
    Cursor next = new Cursor(values.at(from), "");
    while (next != null) {
      List<Row> page = ChangePage.after(next, database, rule, values);
      onKeys.accept(
          page.stream()
              .filter(row -> row.value().compareTo(end) <= 0)
              .map(Row::key)
              .distinct()
              .toList());
      next = page.size() < ChangePage.SIZE ? null : after(page.get(page.size() - 1), end);
    }
  }

  private static @Nullable Cursor after(Row last, String end) {
    return last.value().compareTo(end) > 0 ? null : new Cursor(last.value(), last.key());
  }
}
