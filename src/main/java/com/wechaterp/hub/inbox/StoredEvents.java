package com.wechaterp.hub.inbox;

import com.wechaterp.hub.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The events received, read back. */
class StoredEvents {

  private static final TypeReference<LinkedHashMap<String, Object>> DOCUMENT =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  StoredEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<StoredEvent> waiting(String flow, long after, int most) {
    return where(
        "marked = FALSE AND flow = ? AND work_key <> '' AND id > ? ORDER BY id LIMIT ?",
        flow,
        after,
        most);
  }

  List<StoredEvent> unknown(String event, long after, int most) {
    return where(
        "marked = FALSE AND flow IS NULL AND event = ? AND id > ? ORDER BY id LIMIT ?",
        event,
        after,
        most);
  }

  List<StoredEvent> latest(boolean marked, long before, int most) {
    return where("marked = ? AND id < ? ORDER BY id DESC LIMIT ?", marked, before, most);
  }

  /** Both values of marked are named, so that the index over marked and flow is used. */
  Optional<StoredEvent> latestOf(String account, String flow, String key) {
    return where(
            "marked IN (TRUE, FALSE) AND flow = ? AND account = ? AND work_key = ?"
                + " ORDER BY id DESC LIMIT 1",
            flow,
            account,
            key)
        .stream()
        .findAny();
  }

  Optional<StoredEvent> find(long id) {
    return where("id = ?", id).stream().findAny();
  }

  private List<StoredEvent> where(String condition, Object... parameters) {
    return jdbc.sql(
            "SELECT id, account, event, flow, work_key, marked, received_at, body"
                + " FROM inbox_event WHERE "
                + condition)
        .params(parameters)
        .query((row, index) -> event(row))
        .list();
  }

  private static StoredEvent event(ResultSet row) throws SQLException {
    return new StoredEvent(
        row.getLong("id"),
        row.getString("account"),
        row.getString("event"),
        text(row.getString("flow")),
        text(row.getString("work_key")),
        row.getBoolean("marked"),
        UtcTimes.instant(Objects.requireNonNull(row.getObject("received_at", LocalDateTime.class))),
        row.getString("body"));
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }

  Map<String, Object> message(StoredEvent event) {
    return json.readValue(event.body(), DOCUMENT);
  }

  /** Looks the event up in the table again; returns it with the flow and key it has now. */
  StoredEvent route(StoredEvent event, EventRoutes routes) {
    EventRoute route = routes.of(event.event()).orElse(null);
    if (route == null) {
      return event;
    }
    InboundEvent message = InboundEvent.of(event.account(), message(event));
    StoredEvent routed =
        new StoredEvent(
            event.id(),
            event.account(),
            event.event(),
            route.flow(),
            route.isNoOp() ? "" : EventKeys.workKey(message, route),
            event.marked() || route.isNoOp(),
            event.receivedAt(),
            event.body());
    jdbc.sql("UPDATE inbox_event SET flow = ?, work_key = ?, marked = ? WHERE id = ?")
        .param(routed.flow().isEmpty() ? null : routed.flow())
        .param(routed.key())
        .param(routed.marked())
        .param(routed.id())
        .update();
    return routed;
  }

  void marked(List<Long> ids) {
    jdbc.sql("UPDATE inbox_event SET marked = TRUE WHERE id IN (:ids)").param("ids", ids).update();
  }
}
