package com.wechaterp.hub.erp.change;

import com.wechaterp.hub.erp.ErpDatabase;
import com.wechaterp.hub.erp.change.ErpCursors.Cursor;
import com.wechaterp.hub.erp.change.ErpCursors.Row;
import com.wechaterp.hub.erp.pack.ChangeRule;
import com.wechaterp.hub.erp.pack.KeyCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds changes by a time or an id, page by page on (value, key).
 *
 * <p>Where transactions may still commit late, rows are read again at every poll, and what was seen
 * there is remembered, so that only what is new is marked.
 *
 * <p>A time names a second at best, and a row can change once more in it after it was read. So a
 * row found by time is marked a second time at the next poll, when that second is surely over;
 * clocks are not compared, because nobody knows whose clock wrote the time. The second look costs
 * one read and sends nothing if nothing changed. Where a value names a day, its rows are marked at
 * every poll until the day and the overlap are over.
 */
class CursorFinder {

  private static final Duration APART = Duration.ofSeconds(2);

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

  int find(String name, ChangeRule rule, ZoneId zone, KeyCheck check, Consumer<List<String>> mark) {
    CursorValues values = new CursorValues(rule, zone);
    Cursor cursor = cursors.read(name);
    Cursor kept =
        cursor == null || !values.knows(cursor.since()) ? new Cursor(values.first(), "") : cursor;
    Cursor from = kept;
    Map<Row, Instant> seen = cursors.seen(name);
    int marked = 0;
    // What commits while the pages are read is not in them, so no page settles later than the
    // first.
    Instant begun = clock.instant();
    ChangePage page;
    do {
      page = ChangePage.after(from, database, rule, values, check);
      if (!page.rows().isEmpty()) {
        Row last = page.rows().get(page.rows().size() - 1);
        List<Row> good = page.rows().stream().filter(row -> check.fits(row.key())).toList();
        // A bad key may not fit where the cursor is kept; reading it again does no harm.
        kept = good.isEmpty() ? kept : good.get(good.size() - 1).cursor();
        String settled = values.settled(begun, last.value(), page.ofDays());
        Cursor next = last.value().compareTo(settled) < 0 ? kept : new Cursor(settled, "");
        String today = values.at(begun);
        boolean ofDays = page.ofDays();
        Predicate<Row> goesOn = row -> ofDays && row.value().compareTo(today) <= 0;
        marked += commit(name, rule, good, goesOn, settled, next, seen, mark);
        from = last.cursor();
      }
    } while (page.full());
    return marked;
  }

  /**
   * Marks the page's new rows and moves the cursor, in one transaction.
   *
   * @param goesOn whether what a row names is not over, so that it can change again unseen
   */
  private int commit(
      String name,
      ChangeRule rule,
      List<Row> page,
      Predicate<Row> goesOn,
      String settled,
      Cursor next,
      Map<Row, Instant> seen,
      Consumer<List<String>> mark) {
    Instant now = clock.instant();
    List<String> keys = new ArrayList<>();
    Map<Row, Instant> looks = new LinkedHashMap<>();
    for (Row row : page) {
      String key = Objects.requireNonNull(row.key());
      Instant first = seen.get(row);
      if (first == null) {
        keys.add(key);
        looks.put(row, rule.by() == ChangeRule.By.ID ? ErpCursors.SETTLED : now);
      } else if (!first.equals(ErpCursors.SETTLED) && !first.plus(APART).isAfter(now)) {
        keys.add(key);
        looks.put(row, ErpCursors.SETTLED);
      } else if (goesOn.test(row)) {
        keys.add(key);
      }
    }
    looks.keySet().removeIf(row -> row.value().compareTo(settled) < 0);
    hub.executeWithoutResult(
        status -> {
          mark.accept(keys);
          cursors.write(name, next);
          cursors.see(name, looks);
          cursors.forgetBefore(name, next.since());
        });
    seen.putAll(looks);
    return keys.size();
  }
}
