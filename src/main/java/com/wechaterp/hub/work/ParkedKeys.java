package com.wechaterp.hub.work;

import com.wechaterp.hub.store.Contention;
import com.wechaterp.hub.store.UtcTimes;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Moves the due keys of a paused account to the end of its pause, all by one statement: picked and
 * put back one by one they would keep the keys of the other accounts waiting.
 */
class ParkedKeys {

  private static final Logger LOG = LoggerFactory.getLogger(ParkedKeys.class);
  private static final long AGAIN_NANOS = 20_000_000L;

  // An instance is account/key, and 0 is the character after the slash.
  private static final String MOVE =
      "UPDATE scheduled_tasks SET execution_time = ?"
          + " WHERE task_name = ? AND task_instance > ? AND task_instance < ? AND picked = FALSE"
          + " AND ";

  private final JdbcClient jdbc;
  private final Map<String, Parked> last = new ConcurrentHashMap<>();

  private record Parked(Instant until, long atNanos) {}

  ParkedKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Parks what is due before a time, at most fifty times a second. */
  void park(String flow, String account, Instant until) {
    Parked now = new Parked(until, System.nanoTime());
    Parked kept =
        last.merge(
            flow + "/" + account,
            now,
            (old, fresh) ->
                old.until.equals(until) && fresh.atNanos - old.atNanos < AGAIN_NANOS ? old : fresh);
    if (kept == now) {
      move(flow, account, until, "execution_time < ?", until);
    }
  }

  /** Makes due at once what was parked until the given time. */
  void release(String flow, String account, Instant until, Instant now) {
    last.remove(flow + "/" + account);
    move(flow, account, now, "execution_time = ?", until);
  }

  private void move(String flow, String account, Instant to, String which, Instant than) {
    try {
      jdbc.sql(MOVE + which)
          .params(UtcTimes.utc(to), flow, account + "/", account + "0", UtcTimes.utc(than))
          .update();
    } catch (DataAccessException e) {
      if (!Contention.isCauseOf(e)) {
        throw e;
      }
      // Marks hold some of the rows: each is put back by itself when it is picked.
      LOG.debug("The keys of {} in {} could not be moved", account, flow, e);
    }
  }
}
