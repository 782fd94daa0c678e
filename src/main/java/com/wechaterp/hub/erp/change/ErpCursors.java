package com.wechaterp.hub.erp.change;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far the changes of each port have been read, in the hub's database. */
class ErpCursors {

  /** Seen often enough: whatever the row was at that time is known. */
  static final Instant SETTLED = Instant.EPOCH;

  private static final int BATCH = 500;

  private final JdbcTemplate jdbc;

  ErpCursors(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Where reading goes on.
   *
   * @param since the time or id from which on rows may be unread
   * @param key the last key read at that very time; empty for all of them
   */
  record Cursor(String since, String key) {}

  @Nullable Cursor read(String name) {
    List<Cursor> found =
        jdbc.query(
            "SELECT since_value, since_key FROM erp_cursor WHERE name = ?",
            (row, index) -> new Cursor(row.getString(1), row.getString(2)),
            name);
    return found.isEmpty() ? null : found.get(0);
  }

  void write(String name, Cursor cursor) {
    jdbc.update(
        "INSERT INTO erp_cursor (name, since_value, since_key) VALUES (?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE since_value = VALUES(since_value), since_key = VALUES(since_key)",
        name,
        cursor.since(),
        cursor.key());
  }

  /**
   * A row that was read where rows are read again.
   *
   * @param value its time or id
   * @param key its key, which may be NULL in the ERP
   */
  record Row(String value, @Nullable String key) {

    /** Returns where reading goes on after this row; NULL sorts before every key. */
    Cursor cursor() {
      return new Cursor(value, key == null ? "" : key);
    }
  }

  /**
   * Returns what was already seen where rows are read again.
   *
   * @return by row, when it was first seen if it must be looked at once more, else {@link #SETTLED}
   */
  Map<Row, Instant> seen(String name) {
    Map<Row, Instant> seen = new HashMap<>();
    jdbc.query(
        "SELECT erp_key, seen_value, seen_at FROM erp_seen WHERE name = ?",
        row -> {
          seen.put(
              new Row(row.getString(2), row.getString(1)), Instant.ofEpochMilli(row.getLong(3)));
        },
        name);
    return seen;
  }

  void see(String name, Map<Row, Instant> rows) {
    List<Object[]> values =
        rows.entrySet().stream()
            .map(
                row ->
                    new Object[] {
                      name, row.getKey().key(), row.getKey().value(), row.getValue().toEpochMilli()
                    })
            .toList();
    for (int from = 0; from < values.size(); from += BATCH) {
      jdbc.batchUpdate(
          "INSERT INTO erp_seen (name, erp_key, seen_value, seen_at) VALUES (?, ?, ?, ?)"
              + " ON DUPLICATE KEY UPDATE seen_at = VALUES(seen_at)",
          values.subList(from, Math.min(from + BATCH, values.size())));
    }
  }

  /**
   * Forgets what lies before the place where reading goes on; values of one length sort as text.
   */
  void forgetBefore(String name, String value) {
    jdbc.update("DELETE FROM erp_seen WHERE name = ? AND seen_value < ?", name, value);
  }
}
