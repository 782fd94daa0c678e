package com.wechaterp.hub.work;

import com.wechaterp.hub.store.StatementSizes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Marks on H2, which inserts many rows fast but takes long to find out that one is there already.
 *
 * <p>So it is asked first which rows are there; what came or went since then is marked in another
 * round. Runs of rows are written in the order of their keys, so that two markings cannot wait for
 * each other.
 */
final class H2Marks implements Marks {

  /**
   * The statements of one table, and what they take of a mark and an id.
   *
   * @param there finds those of many ids that have a row
   * @param owner what it takes beside the ids
   */
  private record Table(
      String there,
      Function<Mark, List<Object>> owner,
      String insert,
      String row,
      BiFunction<Mark, String, Object[]> inserted,
      String update,
      BiFunction<Mark, String, Object[]> updated) {}

  private static final Table WORK =
      new Table(
          "SELECT t.work_key FROM (VALUES %s) k(id)"
              + " JOIN work t ON t.flow = ? AND t.account = ? AND t.work_key = k.id",
          mark -> List.of(mark.flow(), mark.account()),
          """
          INSERT INTO work
            (flow, account, work_key, state, generation, priority, attempts, why, since)
          VALUES\s""",
          "(?, ?, ?, 'waiting', 1, ?, 0, ?, ?)",
          (mark, key) ->
              new Object[] {
                mark.flow(), mark.account(), key, mark.priority(), mark.why(), mark.at()
              },
          """
          UPDATE work SET
            generation = generation + 1,
            priority = CASE WHEN state = 'waiting' AND priority > ? THEN priority ELSE ? END,
            since = CASE WHEN state = 'waiting' THEN since ELSE ? END,
            why = ?,
            attempts = 0, until_at = NULL, release_by = NULL, reason = NULL, payload = NULL,
            state = 'waiting'
          WHERE flow = ? AND account = ? AND work_key = ?""",
          (mark, key) ->
              new Object[] {
                mark.priority(),
                mark.priority(),
                mark.at(),
                mark.why(),
                mark.flow(),
                mark.account(),
                key
              });

  private static final Table SCHEDULE =
      new Table(
          "SELECT t.task_instance FROM (VALUES %s) k(id)"
              + " JOIN scheduled_tasks t ON t.task_name = ? AND t.task_instance = k.id",
          mark -> List.of(mark.flow()),
          """
          INSERT INTO scheduled_tasks
            (task_name, task_instance, execution_time, picked, version, priority)
          VALUES\s""",
          "(?, ?, ?, FALSE, 1, ?)",
          (mark, id) -> new Object[] {mark.flow(), id, mark.due(), mark.priority()},
          """
          UPDATE scheduled_tasks SET
            execution_time = CASE WHEN picked OR execution_time < ? THEN execution_time ELSE ? END,
            priority = CASE WHEN priority > ? THEN priority ELSE ? END
          WHERE task_name = ? AND task_instance = ?""",
          (mark, id) ->
              new Object[] {
                mark.due(), mark.due(), mark.priority(), mark.priority(), mark.flow(), id
              });

  private final JdbcTemplate jdbc;

  H2Marks(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void write(Mark mark, List<String> keys) {
    write(WORK, mark, keys);
    // The rows of work are locked now, so nobody ends their keys in between.
    write(SCHEDULE, mark, keys.stream().map(key -> mark.account() + "/" + key).toList());
  }

  private void write(Table table, Mark mark, List<String> ids) {
    List<String> left = ids;
    while (!left.isEmpty()) {
      Set<String> there = there(table, mark, left);
      List<String> missed = new ArrayList<>();
      for (int from = 0; from < left.size(); ) {
        boolean isThere = there.contains(left.get(from));
        int to = from + 1;
        while (to < left.size() && there.contains(left.get(to)) == isThere) {
          to++;
        }
        List<String> run = left.subList(from, to);
        missed.addAll(isThere ? update(table, mark, run) : insert(table, mark, run));
        from = to;
      }
      left = missed;
    }
  }

  private Set<String> there(Table table, Mark mark, List<String> ids) {
    List<Object> values = new ArrayList<>(StatementSizes.filled(ids));
    String sql = String.format(table.there, repeated("(CAST(? AS VARCHAR))", values.size()));
    values.addAll(table.owner.apply(mark));
    return new HashSet<>(jdbc.queryForList(sql, String.class, values.toArray()));
  }

  /** Returns the ids for another round: those written together with one that is there by now. */
  private List<String> insert(Table table, Mark mark, List<String> ids) {
    List<String> missed = new ArrayList<>();
    for (List<String> part : StatementSizes.parts(ids)) {
      Object[] values =
          part.stream().flatMap(id -> Arrays.stream(table.inserted.apply(mark, id))).toArray();
      try {
        jdbc.update(table.insert + repeated(table.row, part.size()), values);
      } catch (DuplicateKeyException e) {
        missed.addAll(part);
      }
    }
    return missed;
  }

  /** Returns the ids for another round: those whose row went in between. */
  private List<String> update(Table table, Mark mark, List<String> ids) {
    int[] counts =
        jdbc.batchUpdate(
            table.update, ids.stream().map(id -> table.updated.apply(mark, id)).toList());
    List<String> gone = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 0) {
        gone.add(ids.get(i));
      }
    }
    return gone;
  }

  private static String repeated(String row, int times) {
    return String.join(",", Collections.nCopies(times, row));
  }
}
