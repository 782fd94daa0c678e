package com.wechaterp.hub.work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Marks on MySQL and MariaDB: one statement inserts or updates many rows. */
final class MySqlMarks implements Marks {

  // MySQL assigns from left to right, so the columns that look at the old state come first.
  private static final String WORK =
      """
      INSERT INTO work (flow, account, work_key, state, generation, priority, attempts, why, since)
      VALUES %s
      ON DUPLICATE KEY UPDATE
        generation = generation + 1,
        priority = CASE WHEN state = 'waiting' AND priority > VALUES(priority)
                        THEN priority ELSE VALUES(priority) END,
        since = CASE WHEN state = 'waiting' THEN since ELSE VALUES(since) END,
        why = VALUES(why),
        attempts = 0, until_at = NULL, release_by = NULL, reason = NULL, payload = NULL,
        state = 'waiting'
      """;

  private static final String SCHEDULE =
      """
      INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
      VALUES %s
      ON DUPLICATE KEY UPDATE
        execution_time = CASE WHEN picked OR execution_time < VALUES(execution_time)
                              THEN execution_time ELSE VALUES(execution_time) END,
        priority = CASE WHEN priority > VALUES(priority) THEN priority ELSE VALUES(priority) END
      """;

  private final JdbcTemplate jdbc;

  MySqlMarks(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void write(Mark mark, List<String> keys) {
    List<Object> work = new ArrayList<>();
    List<Object> schedule = new ArrayList<>();
    for (String key : keys) {
      Collections.addAll(
          work, mark.flow(), mark.account(), key, mark.priority(), mark.why(), mark.at());
      Collections.addAll(
          schedule, mark.flow(), mark.account() + "/" + key, mark.due(), mark.priority());
    }
    write(WORK, "(?, ?, ?, 'waiting', 1, ?, 0, ?, ?)", keys.size(), work);
    // The rows of work are locked now, so nobody ends their keys in between.
    write(SCHEDULE, "(?, ?, ?, FALSE, 1, ?)", keys.size(), schedule);
  }

  private void write(String sql, String row, int rows, List<Object> values) {
    jdbc.update(
        String.format(sql, String.join(",", Collections.nCopies(rows, row))), values.toArray());
  }
}
