package com.wechaterp.hub.funds;

import com.wechaterp.hub.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps money requests in the hub's database. */
public class MoneyRequests {

  private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  MoneyRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns a request. */
  public Optional<MoneyRequest> find(String account, String id) {
    return one("id", account, id);
  }

  /** Returns the request WeChat gave a number. */
  Optional<MoneyRequest> ofRequestNo(String account, String outRequestNo) {
    return one("out_request_no", account, outRequestNo);
  }

  private Optional<MoneyRequest> one(String column, String account, String value) {
    return jdbc.sql("SELECT * FROM money_request WHERE account = ? AND " + column + " = ?")
        .params(account, value)
        .query((row, index) -> request(row))
        .optional();
  }

  /** Returns the latest requests of all accounts. */
  public List<MoneyRequest> latest(int limit) {
    return jdbc.sql("SELECT * FROM money_request ORDER BY requested_at DESC LIMIT ?")
        .param(limit)
        .query((row, index) -> request(row))
        .list();
  }

  /** Returns what withdrawals were sent since a time and came to something, fen. */
  long sentSince(String account, Instant since) {
    Long sum =
        jdbc.sql(
                """
                SELECT COALESCE(SUM(amount), 0) FROM money_request
                WHERE account = ? AND kind = ? AND begun_at >= ?
                  AND state NOT IN ('FAILED', 'CANCELLED')""")
            .params(account, MoneyRequest.WITHDRAWAL, UtcTimes.utc(since))
            .query(Long.class)
            .single();
    return sum;
  }

  /** Makes sure that {@link #lock} finds its row. */
  void makeLock(String account) {
    jdbc.sql("INSERT IGNORE INTO withdrawal_lock (account) VALUES (?)").param(account).update();
  }

  /** Waits until no other withdrawal of the account is being begun, until the transaction ends. */
  void lock(String account) {
    jdbc.sql("SELECT account FROM withdrawal_lock WHERE account = ? FOR UPDATE")
        .param(account)
        .query(String.class)
        .single();
  }

  /**
   * Stores a request and returns it with its next version.
   *
   * @throws OptimisticLockingFailureException if somebody else changed it
   * @throws org.springframework.dao.DuplicateKeyException if a new one's id is taken
   */
  MoneyRequest save(MoneyRequest request) {
    String sql =
        request.version() == 0
            ? """
              INSERT INTO money_request (kind, amount, remark, details, state, requested_by,
                approved_by, requested_at, begun_at, out_request_no, qrcode_ticket, status, reason,
                version, account, id)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
            : """
              UPDATE money_request SET kind = ?, amount = ?, remark = ?, details = ?, state = ?,
                requested_by = ?, approved_by = ?, requested_at = ?, begun_at = ?,
                out_request_no = ?, qrcode_ticket = ?, status = ?, reason = ?, version = ?
              WHERE account = ? AND id = ? AND version =\s"""
                + request.version();
    if (jdbc.sql(sql).params(columns(request)).update() != 1) {
      throw new OptimisticLockingFailureException(
          "The money request " + request.id() + " was changed by somebody else");
    }
    return find(request.account(), request.id()).orElseThrow();
  }

  private List<@Nullable Object> columns(MoneyRequest request) {
    Instant begun = request.begunAt();
    return Arrays.<@Nullable Object>asList(
        request.kind(),
        request.amount(),
        request.remark(),
        json.writeValueAsString(request.details()),
        request.state().name(),
        request.requestedBy(),
        request.approvedBy(),
        UtcTimes.utc(request.requestedAt()),
        UtcTimes.utcOrNull(begun),
        request.outRequestNo(),
        request.qrcodeTicket(),
        request.status(),
        request.reason(),
        request.version() + 1,
        request.account(),
        request.id());
  }

  private MoneyRequest request(ResultSet row) throws SQLException {
    LocalDateTime begun = row.getObject("begun_at", LocalDateTime.class);
    return new MoneyRequest(
        row.getString("account"),
        row.getString("id"),
        row.getString("kind"),
        row.getLong("amount"),
        row.getString("remark"),
        json.readValue(row.getString("details"), DETAILS),
        MoneyState.valueOf(row.getString("state")),
        row.getString("requested_by"),
        row.getString("approved_by"),
        UtcTimes.instant(row.getObject("requested_at", LocalDateTime.class)),
        UtcTimes.instantOrNull(begun),
        row.getString("out_request_no"),
        row.getString("qrcode_ticket"),
        row.getString("status"),
        row.getString("reason"),
        row.getLong("version"));
  }
}
