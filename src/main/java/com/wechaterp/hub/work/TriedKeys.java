package com.wechaterp.hub.work;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.store.UtcTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys that wait for another try. When one of them goes through, whatever kept it is over, and
 * the others with the same reason need not wait any longer.
 */
class TriedKeys {

  private static final Logger LOG = LoggerFactory.getLogger(TriedKeys.class);
  private static final Duration APART = Duration.ofSeconds(1);
  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final Map<String, Instant> woken = new ConcurrentHashMap<>();

  TriedKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Lets the others go ahead, some hundreds a second.
   *
   * @param done the key that went through
   * @param reason why its last try had failed
   */
  void wake(WorkKey done, Problem reason, Instant now) {
    String lane = done.flow() + "/" + done.account();
    Instant last = woken.put(lane, now);
    if (last != null && last.plus(APART).isAfter(now)) {
      woken.put(lane, last);
      return;
    }
    try {
      waiting(done, reason.code(), now)
          .forEach(key -> due(done.flow(), done.account() + "/" + key, now));
    } catch (PessimisticLockingFailureException e) {
      // Marks hold some of the rows: those keys go ahead with the next success, or in their turn.
      LOG.debug("Not all keys of {} could be woken", lane, e);
    }
  }

  private List<String> waiting(WorkKey done, String code, Instant now) {
    return jdbc.sql(
            "SELECT work_key FROM work WHERE flow = ? AND account = ? AND state = 'waiting'"
                + " AND attempts > 0 AND until_at > ? AND reason LIKE ? LIMIT ?")
        .params(done.flow(), done.account(), UtcTimes.utc(now), ProblemJson.like(code), AT_ONCE)
        .query(String.class)
        .list();
  }

  private void due(String flow, String instance, Instant now) {
    jdbc.sql(
            "UPDATE scheduled_tasks SET execution_time = ?"
                + " WHERE task_name = ? AND task_instance = ? AND picked = FALSE"
                + " AND execution_time > ?")
        .params(UtcTimes.utc(now), flow, instance, UtcTimes.utc(now))
        .update();
  }
}
