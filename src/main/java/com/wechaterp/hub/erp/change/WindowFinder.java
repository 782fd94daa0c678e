package com.wechaterp.hub.erp.change;

import com.wechaterp.hub.erp.ErpDatabase;
import com.wechaterp.hub.erp.change.ErpCursors.Cursor;
import com.wechaterp.hub.erp.change.ErpCursors.Row;
import com.wechaterp.hub.erp.pack.ChangeRule;
import com.wechaterp.hub.erp.pack.KeyCheck;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds what last changed in a span of time; it remembers nothing and moves no cursor. */
class WindowFinder {

  private final ErpDatabase database;

  WindowFinder(ErpDatabase database) {
    this.database = database;
  }

  void find(
      ChangeRule rule,
      ZoneId zone,
      KeyCheck check,
      Instant from,
      Instant to,
      Consumer<List<String>> onKeys) {
    CursorValues values = new CursorValues(rule, zone);
    String end = values.at(to);
    Cursor next = new Cursor(values.at(from), "");
    while (next != null) {
      ChangePage page = ChangePage.after(next, database, rule, values, check);
      onKeys.accept(
          page.rows().stream()
              .filter(row -> row.value().compareTo(end) <= 0)
              .map(Row::key)
              .filter(check::fits)
              .map(Objects::requireNonNull)
              .distinct()
              .toList());
      next = page.full() ? after(page.rows().get(page.rows().size() - 1), end) : null;
    }
  }

  private static @Nullable Cursor after(Row last, String end) {
    return last.value().compareTo(end) > 0 ? null : last.cursor();
  }
}
