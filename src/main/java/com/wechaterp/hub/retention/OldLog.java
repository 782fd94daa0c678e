package com.wechaterp.hub.retention;

import com.wechaterp.hub.store.UtcTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Old rows of a table whose ids grow with time, which needs no index for it: the walk begins at the
 * oldest and ends at the first that is young.
 */
final class OldLog implements Retention {

  private static final int PAGE = 500;

  private record Row(long id, boolean old, boolean over) {}

  private final JdbcTemplate jdbc;
  private final String table;
  private final Duration keep;
  private final String find;
  private long after;

  /**
   * Describes the rows.
   *
   * @param time the column by which a row is old
   * @param over what else must hold of a row {@code t}, in SQL
   */
  OldLog(JdbcTemplate jdbc, String table, String time, Duration keep, String over) {
    this.jdbc = jdbc;
    this.table = table;
    this.keep = keep;
    this.find =
        String.format(
            "SELECT t.id, CASE WHEN t.%s < ? THEN 1 ELSE 0 END, CASE WHEN %s THEN 1 ELSE 0 END"
                + " FROM %s t WHERE t.id > ? ORDER BY t.id LIMIT %d",
            time, over, table, PAGE);
  }

  @Override
  public String table() {
    return table;
  }

  @Override
  public boolean forgetSome(Instant now) {
    List<Row> page =
        jdbc.query(
            find,
            (row, index) -> new Row(row.getLong(1), row.getInt(2) == 1, row.getInt(3) == 1),
            UtcTimes.utc(now.minus(keep)),
            after);
    String over =
        page.stream()
            .filter(row -> row.old && row.over)
            .map(row -> String.valueOf(row.id))
            .collect(Collectors.joining(","));
    if (!over.isEmpty()) {
      jdbc.update("DELETE FROM " + table + " WHERE id IN (" + over + ")");
    }
    boolean more = page.size() == PAGE && page.stream().allMatch(Row::old);
    after = more ? page.get(PAGE - 1).id : 0;
    return more;
  }
}
