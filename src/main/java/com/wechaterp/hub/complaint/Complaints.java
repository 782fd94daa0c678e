package com.wechaterp.hub.complaint;

import com.wechaterp.hub.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The disputes the hub has seen, in its database. */
class Complaints {

  private final JdbcClient jdbc;

  Complaints(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A dispute as it was last seen.
   *
   * @param state its state as WeChat numbers it
   * @param deadline until when somebody must act; null if there is no limit
   * @param sent fingerprint of the evidence last sent, empty if none was
   */
  record Seen(
      String account,
      String complaintOrderId,
      int state,
      @Nullable Instant deadline,
      String sent) {}

  Optional<Seen> find(String account, String complaintOrderId) {
    return jdbc.sql("SELECT * FROM complaint WHERE account = ? AND complaint_order_id = ?")
        .params(account, complaintOrderId)
        .query((row, index) -> seen(row))
        .optional();
  }

  /**
   * Keeps what WeChat has, and returns what was known before; another deadline is warned of anew.
   */
  Optional<Seen> see(String account, Complaint known, Instant now) {
    Optional<Seen> before = find(account, known.complaintOrderId());
    boolean moved =
        before.filter(each -> Objects.equals(each.deadline(), known.deadline())).isEmpty();
    String sql =
        before.isEmpty()
            ? """
              INSERT INTO complaint (aftersale_id, state, ended, deadline, seen_at, sent, warned,
                account, complaint_order_id)
              VALUES (?, ?, ?, ?, ?, '', FALSE, ?, ?)"""
            : "UPDATE complaint SET aftersale_id = ?, state = ?, ended = ?, deadline = ?, seen_at = ?"
                + (moved ? ", warned = FALSE" : "")
                + " WHERE account = ? AND complaint_order_id = ?";
    try {
      jdbc.sql(sql).params(columns(account, known, now)).update();
      return before;
    } catch (DuplicateKeyException e) {
      // Another flow saw it first in between.
      return see(account, known, now);
    }
  }

  private static List<@Nullable Object> columns(String account, Complaint known, Instant now) {
    return Arrays.<@Nullable Object>asList(
        known.aftersaleId(),
        known.stateCode(),
        known.state().ended(),
        UtcTimes.utcOrNull(known.deadline()),
        UtcTimes.utcOrNull(now),
        account,
        known.complaintOrderId());
  }

  /** Remembers that evidence was sent. */
  void sent(String account, String complaintOrderId, String fingerprint) {
    jdbc.sql("UPDATE complaint SET sent = ? WHERE account = ? AND complaint_order_id = ?")
        .params(fingerprint, account, complaintOrderId)
        .update();
  }

  /** Remembers the deadline a warning was given for; returns whether it was not before. */
  boolean warn(String account, String complaintOrderId) {
    return jdbc.sql(
                """
                UPDATE complaint SET warned = TRUE
                WHERE account = ? AND complaint_order_id = ? AND NOT warned""")
            .params(account, complaintOrderId)
            .update()
        == 1;
  }

  /** Returns the open disputes nobody has looked at since a time. */
  List<Seen> notSeenSince(Instant time, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM complaint WHERE NOT ended AND seen_at < ? ORDER BY seen_at LIMIT ?""")
        .params(UtcTimes.utc(time), limit)
        .query((row, index) -> seen(row))
        .list();
  }

  private static Seen seen(ResultSet row) throws SQLException {
    LocalDateTime deadline = row.getObject("deadline", LocalDateTime.class);
    return new Seen(
        row.getString("account"),
        row.getString("complaint_order_id"),
        row.getInt("state"),
        UtcTimes.instantOrNull(deadline),
        row.getString("sent"));
  }
}
