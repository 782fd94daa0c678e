package com.wechaterp.hub.link;

import com.wechaterp.hub.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the links of qualifications in the hub's database. */
final class JdbcQualificationLinks implements QualificationLinks {

  private final JdbcClient jdbc;

  JdbcQualificationLinks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public QualificationLink of(String account, String qualificationId) {
    return jdbc.sql("SELECT * FROM qualification_link WHERE account = ? AND qualification_id = ?")
        .params(account, qualificationId)
        .query((row, index) -> link(row))
        .optional()
        .orElseGet(() -> QualificationLink.unknown(account, qualificationId));
  }

  @Override
  public Optional<QualificationLink> ofAuditId(String account, String auditId) {
    return jdbc
        .sql("SELECT * FROM qualification_link WHERE account = ? AND audit_id = ?")
        .params(account, auditId)
        .query((row, index) -> link(row))
        .list()
        .stream()
        .findFirst();
  }

  @Override
  public List<QualificationLink> all() {
    return jdbc.sql("SELECT * FROM qualification_link ORDER BY account, qualification_id")
        .query((row, index) -> link(row))
        .list();
  }

  @Override
  public QualificationLink save(QualificationLink link) {
    String sql =
        link.version() == 0
            ? """
              INSERT INTO qualification_link (kind, subject, audit_id, status, brand_id, reason,
                sent, submitted_at, begun_at, expires_on, version, account, qualification_id)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
            : """
              UPDATE qualification_link SET kind = ?, subject = ?, audit_id = ?, status = ?,
                brand_id = ?, reason = ?, sent = ?, submitted_at = ?, begun_at = ?,
                expires_on = ?, version = ?
              WHERE account = ? AND qualification_id = ? AND version =\s"""
                + link.version();
    VersionedRow.write(
        jdbc, sql, columns(link), "The link of qualification " + link.qualificationId());
    return of(link.account(), link.qualificationId());
  }

  private static List<@Nullable Object> columns(QualificationLink link) {
    return Arrays.<@Nullable Object>asList(
        link.kind(),
        link.subject(),
        link.auditId(),
        link.statusCode(),
        link.brandId(),
        link.reason(),
        link.sent(),
        UtcTimes.utcOrNull(link.submittedAt()),
        UtcTimes.utcOrNull(link.begunAt()),
        link.expiresOn(),
        link.version() + 1,
        link.account(),
        link.qualificationId());
  }

  private static QualificationLink link(ResultSet row) throws SQLException {
    return new QualificationLink(
        row.getString("account"),
        row.getString("qualification_id"),
        row.getString("kind"),
        row.getString("subject"),
        row.getString("audit_id"),
        row.getInt("status"),
        row.getString("brand_id"),
        row.getString("reason"),
        row.getString("sent"),
        UtcTimes.instantOrNull(row.getObject("submitted_at", LocalDateTime.class)),
        UtcTimes.instantOrNull(row.getObject("begun_at", LocalDateTime.class)),
        row.getObject("expires_on", LocalDate.class),
        row.getLong("version"));
  }
}
