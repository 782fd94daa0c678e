package com.wechaterp.hub.timeline;

import com.wechaterp.hub.store.UtcTimes;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the latest steps of each thing in the hub's database, and some that are older. */
final class JdbcTimeline implements Timeline {

  static final int KEPT = 100;

  /** One step of so many looks for old ones of its thing: whoever records it may be waited for. */
  static final int LOOKS = 10;

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcTimeline(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void record(String account, String subject, String key, String step, String text) {
    jdbc.sql(
            """
            INSERT INTO timeline (account, subject, thing, happened_at, step, sentence)
            VALUES (?, ?, ?, ?, ?, ?)""")
        .params(account, subject, key, UtcTimes.utc(clock.instant()), step, text)
        .update();
    if (ThreadLocalRandom.current().nextInt(LOOKS) == 0) {
      forgetOld(account, subject, key);
    }
  }

  private void forgetOld(String account, String subject, String key) {
    jdbc.sql(
            """
            SELECT id FROM timeline WHERE account = ? AND subject = ? AND thing = ?
            ORDER BY id DESC LIMIT 1 OFFSET ?""")
        .params(account, subject, key, KEPT)
        .query(Long.class)
        .optional()
        .ifPresent(id -> forget(account, subject, key, id));
  }

  private void forget(String account, String subject, String key, long upTo) {
    jdbc.sql("DELETE FROM timeline WHERE account = ? AND subject = ? AND thing = ? AND id <= ?")
        .params(account, subject, key, upTo)
        .update();
  }

  @Override
  public List<TimelineStep> of(String account, String subject, String key, int limit) {
    return jdbc.sql(
            """
            SELECT happened_at, step, sentence FROM timeline
            WHERE account = ? AND subject = ? AND thing = ? ORDER BY id DESC LIMIT ?""")
        .params(account, subject, key, limit)
        .query(
            (row, index) ->
                new TimelineStep(
                    UtcTimes.instant(row.getObject(1, LocalDateTime.class)),
                    row.getString(2),
                    row.getString(3)))
        .list();
  }
}
