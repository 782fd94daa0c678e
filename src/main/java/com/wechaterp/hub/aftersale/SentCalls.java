package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.aftersale.SentCall.Outcome;
import com.wechaterp.hub.store.UtcTimes;
import com.wechaterp.hub.work.WorkKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notes of calls, in the hub's database; each is durable before its call is sent. */
class SentCalls {

  private final JdbcClient jdbc;

  SentCalls(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Returns the calls about one key, those without an answer settled by what WeChat has now.
   *
   * @param known what WeChat has now; null if nothing
   */
  Sent settled(WorkKey key, @Nullable AfterSale known) {
    for (SentCall open : of(key)) {
      if (open.outcome() == Outcome.BEGUN) {
        settle(key, open.arrived(known) ? Outcome.DONE : Outcome.NOT_DONE);
      }
    }
    return new Sent(of(key));
  }

  /** Returns the calls as they are noted; those without an answer stay open. */
  Sent noted(WorkKey key) {
    return new Sent(of(key));
  }

  private List<SentCall> of(WorkKey key) {
    return jdbc.sql(
            """
            SELECT * FROM after_sale_call WHERE account = ? AND flow = ? AND work_key = ?
            ORDER BY id""")
        .params(key.account(), key.flow(), key.key())
        .query((row, index) -> call(row))
        .list();
  }

  /** Notes a call that is about to be sent. */
  void begin(WorkKey key, String operation, String content, @Nullable AfterSale known) {
    jdbc.sql(
            """
            INSERT INTO after_sale_call (account, flow, work_key, operation, content,
              status_before, update_time_before, begun_at, outcome)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            Arrays.<@Nullable Object>asList(
                key.account(),
                key.flow(),
                key.key(),
                operation,
                content,
                known == null ? SentCall.NO_STATUS : known.statusCode(),
                known == null ? null : UtcTimes.utcOrNull(known.updateTime()),
                UtcTimes.utc(Instant.now()),
                Outcome.BEGUN.name()))
        .update();
  }

  /** Notes what became of the call that was begun last. */
  void settle(WorkKey key, Outcome outcome) {
    jdbc.sql(
            """
            UPDATE after_sale_call SET outcome = ?
            WHERE account = ? AND flow = ? AND work_key = ? AND outcome = ?""")
        .params(outcome.name(), key.account(), key.flow(), key.key(), Outcome.BEGUN.name())
        .update();
  }

  private static SentCall call(ResultSet row) throws SQLException {
    return new SentCall(
        row.getString("operation"),
        row.getString("content"),
        row.getInt("status_before"),
        UtcTimes.instantOrNull(row.getObject("update_time_before", LocalDateTime.class)),
        UtcTimes.instant(row.getObject("begun_at", LocalDateTime.class)),
        Outcome.valueOf(row.getString("outcome")));
  }
}
