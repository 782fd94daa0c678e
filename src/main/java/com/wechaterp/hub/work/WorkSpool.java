package com.wechaterp.hub.work;

import com.wechaterp.hub.store.HubThreads;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps many marks made at once as lists of keys, and unrolls them into the work list.
 *
 * <p>Whoever marks a whole catalogue is done as soon as the lists are durable, and the first keys
 * are worked on while the last are still being unrolled. Each list is unrolled in one transaction
 * with its removal, so none is lost, whichever node does it.
 */
class WorkSpool implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WorkSpool.class);

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Marks marks;
  private final WorkRunners runners;
  private final JsonMapper json = JsonMapper.builder().build();
  private final ScheduledExecutorService thread = HubThreads.schedule("work-spool");

  private record Roll(Marks.Mark mark, List<String> keys) {}

  WorkSpool(JdbcTemplate jdbc, TransactionTemplate transaction, Marks marks, WorkRunners runners) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.marks = marks;
    this.runners = runners;
    // Another node, or this one before it was killed, may have left some.
    thread.scheduleWithFixedDelay(this::unroll, 1, 1, TimeUnit.SECONDS);
  }

  /** Keeps marks within the caller's transaction. */
  void put(Marks.Mark mark, List<String> keys) {
    List<Object[]> rows = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += Marks.BATCH) {
      List<String> roll = keys.subList(from, Math.min(from + Marks.BATCH, keys.size()));
      rows.add(
          new Object[] {
            mark.flow(),
            mark.account(),
            mark.priority(),
            mark.why(),
            mark.at(),
            roll.size(),
            json.writeValueAsString(roll)
          });
    }
    jdbc.batchUpdate(
        "INSERT INTO work_spool (flow, account, priority, why, since, key_count, work_keys)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        rows);
  }

  /** Unrolls soon, on a thread of its own. */
  void wake() {
    try {
      thread.execute(this::unroll);
    } catch (RejectedExecutionException e) {
      LOG.debug("The hub stops; another start unrolls what is left", e);
    }
  }

  private void unroll() {
    try {
      OptionalLong next = next();
      while (next.isPresent() && !thread.isShutdown()) {
        unroll(next.getAsLong());
        next = next();
      }
    } catch (RuntimeException e) {
      // A schedule ends with its first exception; the next turn tries again.
      LOG.warn("Marks wait to be unrolled into the work list", e);
    }
  }

  /** Found without a lock, so that nobody who marks waits for a list that is being unrolled. */
  private OptionalLong next() {
    return jdbc
        .queryForList("SELECT id FROM work_spool ORDER BY priority DESC, id LIMIT 1", Long.class)
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  private void unroll(long id) {
    String flow = transaction.execute(status -> unrollLocked(id));
    if (flow != null && !flow.isEmpty()) {
      runners.wake(flow);
    }
  }

  /** Returns the flow, empty if another node was faster. */
  private String unrollLocked(long id) {
    for (Roll roll : locked(id)) {
      marks.write(roll.mark, roll.keys);
      jdbc.update("DELETE FROM work_spool WHERE id = ?", id);
      return roll.mark.flow();
    }
    return "";
  }

  private List<Roll> locked(long id) {
    return jdbc.query(
        "SELECT flow, account, priority, why, since, work_keys FROM work_spool"
            + " WHERE id = ? FOR UPDATE",
        (row, index) ->
            new Roll(
                new Marks.Mark(
                    row.getString("flow"),
                    row.getString("account"),
                    row.getInt("priority"),
                    row.getString("why"),
                    Objects.requireNonNull(row.getObject("since", LocalDateTime.class))),
                List.of(json.readValue(row.getString("work_keys"), String[].class))),
        id);
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("Marks were still being unrolled when the hub stopped; the next start goes on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
