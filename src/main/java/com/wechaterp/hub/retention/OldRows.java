package com.wechaterp.hub.retention;

import com.wechaterp.hub.store.UtcTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Old rows of a table that has an index by their time. */
final class OldRows implements Retention {

  private static final int PAGE = 200;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final String table;
  private final Duration keep;
  private final int columns;
  private final String find;
  private final String delete;

  /**
   * Describes the rows.
   *
   * @param key the columns of the primary key
   * @param time the column by which a row is old
   * @param over what else must hold of a row {@code t}, in SQL
   */
  OldRows(
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      String table,
      List<String> key,
      String time,
      Duration keep,
      String over) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.table = table;
    this.keep = keep;
    this.columns = key.size();
    this.find =
        String.format(
            "SELECT %s FROM %s t WHERE t.%s < ? AND %s ORDER BY t.%s LIMIT %d",
            key.stream().map(each -> "t." + each).collect(Collectors.joining(", ")),
            table,
            time,
            over,
            time,
            PAGE);
    // Whoever uses a row in between makes it young, and it stays.
    this.delete =
        String.format(
            "DELETE FROM %s WHERE %s AND %s < ?",
            table,
            key.stream().map(each -> each + " = ?").collect(Collectors.joining(" AND ")),
            time);
  }

  @Override
  public String table() {
    return table;
  }

  /** They are found without a lock and deleted by their keys, which locks no other row. */
  @Override
  public boolean forgetSome(Instant now) {
    LocalDateTime before = UtcTimes.utc(now.minus(keep));
    List<Object[]> found =
        jdbc.query(
            find,
            (row, index) -> {
              Object[] values = new Object[columns + 1];
              for (int i = 0; i < columns; i++) {
                values[i] = row.getObject(i + 1);
              }
              values[columns] = before;
              return values;
            },
            before);
    if (found.isEmpty()) {
      return false;
    }
    transaction.executeWithoutResult(status -> jdbc.batchUpdate(delete, found));
    return found.size() == PAGE;
  }
}
