package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The reports, and how far each subject of each account was compared, in the hub's database. */
public class Reports {

  private static final TypeReference<List<Difference>> DIFFERENCES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final JsonMapper json = JsonMapper.builder().build();

  Reports(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Returns where the last window of a subject ended, empty if there was none. */
  Optional<Instant> end(String account, Subject subject) {
    return jdbc.sql("SELECT window_end FROM reconcile_cursor WHERE account = ? AND subject = ?")
        .params(account, subject.text())
        .query(LocalDateTime.class)
        .optional()
        .map(UtcTimes::instant);
  }

  /** Keeps a report and, if its window was compared to the end, that it was; both or neither. */
  void keep(Report report) {
    transaction.executeWithoutResult(
        status -> {
          save(report);
          if (report.failure() == null) {
            move(report);
          }
        });
  }

  /** Keeps a report of a window somebody named. */
  public void save(Report report) {
    jdbc.sql(
            """
            INSERT INTO reconcile_report (account, subject, window_from, window_to, started_at,
              ended_at, compared, differences, queued, waiting, failure, details)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(columns(report))
        .update();
  }

  private List<@Nullable Object> columns(Report report) {
    return Arrays.<@Nullable Object>asList(
        report.account(),
        report.subject().text(),
        UtcTimes.utc(report.window().from()),
        UtcTimes.utc(report.window().to()),
        UtcTimes.utc(report.startedAt()),
        UtcTimes.utc(report.endedAt()),
        report.compared(),
        report.differences(),
        report.queued(),
        report.waiting(),
        report.failure() == null ? null : json.writeValueAsString(report.failure()),
        json.writeValueAsString(report.shown()));
  }

  private void move(Report report) {
    jdbc.sql(
            "INSERT INTO reconcile_cursor (account, subject, window_end) VALUES (?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE window_end = VALUES(window_end)")
        .params(report.account(), report.subject().text(), UtcTimes.utc(report.window().to()))
        .update();
  }

  /** Returns the last report of each subject and account. */
  public List<Report> last() {
    return jdbc.sql(
            """
            SELECT * FROM reconcile_report
            WHERE id IN (SELECT MAX(id) FROM reconcile_report GROUP BY account, subject)
            ORDER BY account, id""")
        .query((row, index) -> report(row))
        .list();
  }

  /** Returns the latest reports of a subject, of all accounts. */
  public List<Report> of(Subject subject, int limit) {
    return jdbc.sql("SELECT * FROM reconcile_report WHERE subject = ? ORDER BY id DESC LIMIT ?")
        .params(subject.text(), limit)
        .query((row, index) -> report(row))
        .list();
  }

  private Report report(ResultSet row) throws SQLException {
    String failure = row.getString("failure");
    return new Report(
        row.getString("account"),
        Subject.of(row.getString("subject")),
        new Window(time(row, "window_from"), time(row, "window_to")),
        time(row, "started_at"),
        time(row, "ended_at"),
        row.getLong("compared"),
        row.getLong("differences"),
        row.getLong("queued"),
        row.getLong("waiting"),
        failure == null ? null : json.readValue(failure, Problem.class),
        json.readValue(row.getString("details"), DIFFERENCES));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return UtcTimes.instant(row.getObject(column, LocalDateTime.class));
  }
}
