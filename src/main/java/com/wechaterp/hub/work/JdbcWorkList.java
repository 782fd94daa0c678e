package com.wechaterp.hub.work;

import com.wechaterp.hub.plan.Release;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The work list in the hub's database.
 *
 * <p>A mark raises the key's generation; whoever finishes the key sees by it whether it must run
 * once more. The rows of {@code work} are always locked before those of {@code scheduled_tasks}.
 */
class JdbcWorkList implements WorkList {

  private static final int BATCH = 500;

  // MySQL assigns from left to right, so the columns that look at the old state come first.
  private static final String MARK =
      """
      INSERT INTO work (flow, account, work_key, state, generation, priority, attempts, why, since)
      VALUES (?, ?, ?, 'waiting', 1, ?, 0, ?, ?)
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
      VALUES (?, ?, ?, FALSE, 1, ?)
      ON DUPLICATE KEY UPDATE
        execution_time = CASE WHEN picked OR execution_time < VALUES(execution_time)
                              THEN execution_time ELSE VALUES(execution_time) END,
        priority = CASE WHEN priority > VALUES(priority) THEN priority ELSE VALUES(priority) END
      """;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final WorkQueries queries;
  private final WorkRunners runners;
  private final Clock clock;

  JdbcWorkList(
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      WorkQueries queries,
      WorkRunners runners,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.queries = queries;
    this.runners = runners;
    this.clock = clock;
  }

  @Override
  public void mark(WorkKey key, int priority, String why) {
    markAll(key.flow(), key.account(), List.of(key.key()), priority, why);
  }

  @Override
  public void markAll(
      String flow, String account, Collection<String> keys, int priority, String why) {
    if (keys.isEmpty()) {
      return;
    }
    // One order for everybody, so that two marks cannot wait for each other.
    List<String> ordered = List.copyOf(new TreeSet<>(keys));
    transaction.executeWithoutResult(
        status -> {
          LocalDateTime now = WorkTimes.utc(clock.instant());
          for (int from = 0; from < ordered.size(); from += BATCH) {
            List<String> batch = ordered.subList(from, Math.min(from + BATCH, ordered.size()));
            upsert(
                MARK,
                batch.stream()
                    .map(key -> new Object[] {flow, account, key, priority, why, now})
                    .toList());
            // The rows of work are locked now, so nobody ends their keys in between.
            jdbc.batchUpdate(
                SCHEDULE,
                batch.stream()
                    .map(key -> new Object[] {flow, account + "/" + key, now, priority})
                    .toList());
          }
          wakeAfterCommit(flow);
        });
  }

  /**
   * H2 decides between insert and update before it locks: when a worker deletes the row in between,
   * the statement changes nothing, and the mark would be lost.
   */
  private void upsert(String sql, List<Object[]> rows) {
    List<Object[]> left = rows;
    while (!left.isEmpty()) {
      int[] counts = jdbc.batchUpdate(sql, left);
      List<Object[]> tried = left;
      left =
          IntStream.range(0, counts.length)
              .filter(i -> counts[i] == 0)
              .mapToObj(tried::get)
              .toList();
    }
  }

  private void wakeAfterCommit(String flow) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            runners.wake(flow);
          }
        });
  }

  @Override
  public List<WorkCount> counts() {
    return queries.counts();
  }

  @Override
  public List<WorkHold> holds(int limit) {
    return queries.holds(limit);
  }

  @Override
  public int release(Release release, String account, int most) {
    List<WorkKey> first = queries.firstHeld(release, account, most);
    first.forEach(key -> mark(key, queries.priority(key), "released: " + release));
    return first.size();
  }

  @Override
  public int waitingFor(Release release, String account) {
    return queries.waitingFor(release, account);
  }

  @Override
  public Optional<WorkState> find(WorkKey key) {
    return queries.find(key);
  }

  @Override
  public int replay(String flow, @Nullable String key) {
    List<WorkKey> waiting = queries.heldOrDead(flow, key);
    waiting.forEach(one -> mark(one, WorkPriority.URGENT, "replayed by a person"));
    return waiting.size();
  }
}
