package com.wechaterp.hub.work;

import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people ask the work list. */
class WorkQueries {

  private static final String COLUMNS =
      "flow, account, work_key, state, priority, attempts, why, since, until_at, release_by, reason";

  private static final String COUNTS =
      """
      SELECT n.flow, f.done,
             COUNT(CASE WHEN w.state = 'waiting' THEN 1 END)
               + (SELECT COALESCE(SUM(s.key_count), 0) FROM work_spool s WHERE s.flow = n.flow)
               AS waiting,
             COUNT(CASE WHEN w.state = 'held' THEN 1 END) AS held,
             COUNT(CASE WHEN w.state = 'dead' THEN 1 END) AS dead,
             MIN(CASE WHEN w.state = 'waiting' THEN w.since END) AS oldest
      FROM (SELECT flow FROM work_flow UNION SELECT flow FROM work UNION SELECT flow FROM work_spool) n
      LEFT JOIN work_flow f ON f.flow = n.flow
      LEFT JOIN work w ON w.flow = n.flow
      GROUP BY n.flow, f.done
      ORDER BY n.flow
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  WorkQueries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<WorkCount> counts() {
    Map<String, Map<String, Problem>> pauses = pauses();
    return jdbc.sql(COUNTS)
        .query((row, index) -> count(row, pauses.getOrDefault(row.getString("flow"), Map.of())))
        .list();
  }

  private Map<String, Map<String, Problem>> pauses() {
    Map<String, Map<String, Problem>> pauses = new HashMap<>();
    jdbc.sql("SELECT flow, account, reason FROM work_pause")
        .query(
            row -> {
              Problem reason = ProblemJson.read(row.getString("reason"));
              pauses
                  .computeIfAbsent(row.getString("flow"), flow -> new TreeMap<>())
                  .put(row.getString("account"), Objects.requireNonNull(reason));
            });
    return pauses;
  }

  private WorkCount count(ResultSet row, Map<String, Problem> paused) throws SQLException {
    Instant oldest = UtcTimes.instantOrNull(row.getObject("oldest", LocalDateTime.class));
    long age = oldest == null ? 0 : Duration.between(oldest, clock.instant()).toSeconds();
    return new WorkCount(
        row.getString("flow"),
        row.getLong("done"),
        row.getLong("waiting"),
        row.getLong("held"),
        row.getLong("dead"),
        Math.max(0, age),
        paused);
  }

  List<WorkHold> holds(int limit) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM work WHERE state IN ('held', 'dead') ORDER BY since LIMIT ?")
        .param(limit)
        .query((row, index) -> hold(row))
        .list();
  }

  Optional<WorkState> find(WorkKey key) {
    return jdbc.sql(
            "SELECT " + COLUMNS + " FROM work WHERE flow = ? AND account = ? AND work_key = ?")
        .params(key.flow(), key.account(), key.key())
        .query((row, index) -> state(row))
        .optional();
  }

  /**
   * A key that waits for a release.
   *
   * @param key the key
   * @param priority its priority
   */
  record Held(WorkKey key, int priority) {}

  List<Held> firstHeld(Release release, String account, int most) {
    return jdbc.sql(
            "SELECT flow, account, work_key, priority FROM work"
                + " WHERE state = 'held' AND release_by = ? AND account = ?"
                + " ORDER BY priority DESC, since LIMIT ?")
        .params(release.name(), account, most)
        .query((row, index) -> new Held(key(row), row.getInt("priority")))
        .list();
  }

  List<Held> heldFor(Set<Release> releases, Predicate<Problem> meant) {
    List<Held> held = new ArrayList<>();
    jdbc.sql(
            "SELECT flow, account, work_key, priority, reason FROM work"
                + " WHERE state = 'held' AND release_by IN (:releases)")
        .param("releases", releases.stream().map(Release::name).toList())
        .query(
            row -> {
              if (meant.test(reason(row))) {
                held.add(new Held(key(row), row.getInt("priority")));
              }
            });
    return held;
  }

  int waitingFor(Release release, String account) {
    return jdbc.sql(
            "SELECT COUNT(*) FROM work WHERE state = 'held' AND release_by = ? AND account = ?")
        .params(release.name(), account)
        .query(Integer.class)
        .single();
  }

  List<Held> heldOrDead(String flow, @Nullable String key) {
    return jdbc.sql(
            "SELECT flow, account, work_key, priority FROM work WHERE flow = ?"
                + " AND state IN ('held', 'dead') AND (? IS NULL OR work_key = ?)")
        .params(Arrays.asList(flow, key, key))
        .query((row, index) -> new Held(key(row), row.getInt("priority")))
        .list();
  }

  private static WorkKey key(ResultSet row) throws SQLException {
    return new WorkKey(row.getString("flow"), row.getString("account"), row.getString("work_key"));
  }

  private static Problem reason(ResultSet row) throws SQLException {
    Problem reason = ProblemJson.read(row.getString("reason"));
    return reason == null ? Problem.of("hub-no-reason", "key", key(row)) : reason;
  }

  private static WorkHold hold(ResultSet row) throws SQLException {
    return new WorkHold(
        key(row),
        row.getString("state"),
        reason(row),
        Objects.requireNonNullElse(row.getString("release_by"), Release.PERSON.name()),
        since(row),
        UtcTimes.instantOrNull(row.getObject("until_at", LocalDateTime.class)));
  }

  private static WorkState state(ResultSet row) throws SQLException {
    return new WorkState(
        key(row),
        row.getString("state"),
        row.getInt("priority"),
        row.getInt("attempts"),
        row.getString("why"),
        since(row),
        UtcTimes.instantOrNull(row.getObject("until_at", LocalDateTime.class)),
        ProblemJson.read(row.getString("reason")));
  }

  private static Instant since(ResultSet row) throws SQLException {
    return Objects.requireNonNull(
        UtcTimes.instantOrNull(row.getObject("since", LocalDateTime.class)));
  }
}
