package com.wechaterp.hub.order;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.store.UtcTimes;
import com.wechaterp.hub.work.WorkKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The orders the mini-program's backend asked for. A body is kept only until WeChat has the order,
 * as it holds the buyer's address.
 */
class OrderRequests {

  private static final String WHERE = " WHERE account = ? AND out_order_id = ?";
  private static final int MOST = 500;

  /** WeChat's prepay ids live for two hours; an answer is given again for much less. */
  private static final Duration FRESH = Duration.ofMinutes(30);

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  OrderRequests(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /**
   * One request.
   *
   * @param fingerprint digest of what was asked for
   * @param answer what was answered, null if nothing yet
   * @param answeredAt when
   * @param refusal why WeChat refused, null if it did not
   */
  record Asked(
      String fingerprint,
      @Nullable Map<String, Object> answer,
      @Nullable Instant answeredAt,
      @Nullable Problem refusal) {}

  /**
   * Stores a request.
   *
   * @return whether its id is free: nobody asked for it before, or WeChat refused it then
   */
  boolean claim(String account, String outOrderId, String fingerprint, Map<String, ?> body) {
    String text = json.writeValueAsString(body);
    return insert(account, outOrderId, fingerprint, text)
        || renew(account, outOrderId, fingerprint, text);
  }

  private boolean renew(String account, String outOrderId, String fingerprint, String body) {
    return jdbc.sql(
                "UPDATE order_request SET fingerprint = ?, body = ?, received_at = ?,"
                    + " refusal = NULL"
                    + WHERE
                    + " AND refusal IS NOT NULL")
            .params(fingerprint, body, now(), account, outOrderId)
            .update()
        == 1;
  }

  private boolean insert(String account, String outOrderId, String fingerprint, String body) {
    try {
      jdbc.sql(
              "INSERT INTO order_request (fingerprint, body, received_at, account, out_order_id)"
                  + " VALUES (?, ?, ?, ?, ?)")
          .params(fingerprint, body, now(), account, outOrderId)
          .update();
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  Optional<Asked> find(String account, String outOrderId) {
    return jdbc.sql("SELECT fingerprint, answer, answered_at, refusal FROM order_request" + WHERE)
        .params(account, outOrderId)
        .query(
            (row, index) -> {
              String answer = row.getString(2);
              LocalDateTime at = row.getObject(3, LocalDateTime.class);
              String refusal = row.getString(4);
              return new Asked(
                  row.getString(1),
                  answer == null ? null : map(answer),
                  UtcTimes.instantOrNull(at),
                  refusal == null ? null : json.readValue(refusal, Problem.class));
            })
        .optional();
  }

  /** Returns the order asked for, null if there is none or WeChat has it already. */
  @Nullable Order wanted(String account, String outOrderId) {
    return jdbc.sql("SELECT body FROM order_request" + WHERE + " AND body IS NOT NULL")
        .params(account, outOrderId)
        .query(String.class)
        .optional()
        .map(body -> OrderDocument.of(map(body)).order())
        .orElse(null);
  }

  /** Notes that WeChat has the order; called at every look, so it writes only the first time. */
  void created(String account, String outOrderId) {
    jdbc.sql("UPDATE order_request SET body = NULL" + WHERE + " AND body IS NOT NULL")
        .params(account, outOrderId)
        .update();
  }

  /** Keeps an answer, to give the same one again. */
  void answered(String account, String outOrderId, Map<String, Object> answer) {
    update(
        "body = NULL, answer = ?, answered_at = ?",
        json.writeValueAsString(answer),
        now(),
        account,
        outOrderId);
  }

  /** Drops an answer that is no longer right. */
  void outdated(String account, String outOrderId) {
    update("answer = NULL, answered_at = NULL", account, outOrderId);
  }

  /** Keeps why WeChat refused the order, so that a better request may come under its id. */
  void refused(String account, String outOrderId, Problem refusal) {
    update("body = NULL, refusal = ?", json.writeValueAsString(refusal), account, outOrderId);
  }

  private void update(String change, Object... values) {
    jdbc.sql("UPDATE order_request SET " + change + WHERE).params(values).update();
  }

  /** Returns the answer to a request, null if it has none that is still good. */
  @Nullable Map<String, Object> fresh(Asked asked) {
    Instant at = asked.answeredAt();
    return at != null && at.plus(FRESH).isAfter(clock.instant()) ? asked.answer() : null;
  }

  /** Returns the orders that were asked for so long ago and that WeChat does not have. */
  List<WorkKey> openFor(Duration time) {
    return jdbc.sql(
            "SELECT account, out_order_id FROM order_request"
                + " WHERE body IS NOT NULL AND received_at < ? ORDER BY received_at LIMIT ?")
        .params(UtcTimes.utc(clock.instant().minus(time)), MOST)
        .query((row, index) -> new WorkKey(OrderState.ORDERS, row.getString(1), row.getString(2)))
        .list();
  }

  private LocalDateTime now() {
    return UtcTimes.utc(clock.instant());
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> map(String text) {
    return json.readValue(text, Map.class);
  }
}
