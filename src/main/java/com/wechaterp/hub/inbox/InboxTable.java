package com.wechaterp.hub.inbox;

import com.wechaterp.hub.store.StatementSizes;
import com.wechaterp.hub.store.UtcTimes;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of events received, written in batches. */
class InboxTable {

  private static final String INSERT =
      "INSERT INTO inbox_event"
          + " (account, event, event_key, flow, work_key, marked, body, received_at)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

  private final JdbcTemplate jdbc;
  private final Clock clock;

  InboxTable(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Returns those identities that are stored already. */
  Set<String> known(Collection<String> identities) {
    List<String> parameters = StatementSizes.filled(List.copyOf(identities));
    String sql =
        "SELECT event_key FROM inbox_event WHERE event_key IN (?"
            + ", ?".repeat(parameters.size() - 1)
            + ")";
    return new HashSet<>(jdbc.queryForList(sql, String.class, parameters.toArray()));
  }

  /** Stores events, each said to be marked or not. */
  void insert(Collection<Arrival> arrivals, Set<Arrival> marked) {
    LocalDateTime now = UtcTimes.utc(clock.instant());
    jdbc.batchUpdate(
        INSERT,
        arrivals,
        arrivals.size(),
        (row, arrival) -> {
          row.setString(1, arrival.account());
          row.setString(2, arrival.event());
          row.setString(3, arrival.identity());
          row.setString(4, arrival.flow().isEmpty() ? null : arrival.flow());
          row.setString(5, arrival.key());
          row.setBoolean(6, arrival.noOp() || marked.contains(arrival));
          row.setString(7, arrival.body());
          row.setObject(8, now);
        });
  }
}
