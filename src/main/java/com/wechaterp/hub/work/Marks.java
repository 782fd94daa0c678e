package com.wechaterp.hub.work;

import com.wechaterp.hub.store.Databases;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes marks: the rows of {@code work} and, under their lock, those of db-scheduler.
 *
 * <p>Databases differ in how many rows are written fast, so there is one for each.
 */
interface Marks {

  /** How many rows one statement writes at most. */
  int BATCH = 500;

  /**
   * What is the same for all keys of one marking.
   *
   * @param flow the flow
   * @param account the WeChat account
   * @param priority the priority
   * @param why one phrase for people
   * @param at the time, UTC
   * @param due when the keys may be taken, UTC
   */
  record Mark(
      String flow, String account, int priority, String why, LocalDateTime at, LocalDateTime due) {

    /** Marks keys that may be taken at once. */
    Mark(String flow, String account, int priority, String why, LocalDateTime at) {
      this(flow, account, priority, why, at, at);
    }

    Mark dueAt(LocalDateTime time) {
      return new Mark(flow, account, priority, why, at, time);
    }
  }

  /**
   * Marks keys within the caller's transaction.
   *
   * @param keys at most {@link #BATCH}, in ascending order, so that two markings cannot wait for
   *     each other
   */
  void write(Mark mark, List<String> keys);

  /** Returns how marks are written in a database. */
  static Marks in(JdbcTemplate jdbc) {
    return Databases.isH2(Objects.requireNonNull(jdbc.getDataSource()))
        ? new H2Marks(jdbc)
        : new MySqlMarks(jdbc);
  }
}
