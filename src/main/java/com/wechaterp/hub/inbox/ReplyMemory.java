package com.wechaterp.hub.inbox;

import com.wechaterp.hub.store.UtcTimes;
import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The answers given, so that the same request gets the same one. */
public class ReplyMemory {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  ReplyMemory(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Returns the answer a request was given. */
  public Optional<EventAnswer> find(InboundEvent event, String requestId) {
    return jdbc.sql(
            "SELECT answer FROM event_reply WHERE account = ? AND event = ? AND request_id = ?")
        .params(event.account(), event.event(), requestId)
        .query(String.class)
        .optional()
        .map(text -> json.readValue(text, EventAnswer.class));
  }

  /** Keeps the answer to a request; returns it, or the one that another node gave first. */
  public EventAnswer keep(InboundEvent event, String requestId, EventAnswer answer) {
    try {
      jdbc.sql(
              "INSERT INTO event_reply (account, event, request_id, answer, decided_at)"
                  + " VALUES (?, ?, ?, ?, ?)")
          .params(
              event.account(),
              event.event(),
              requestId,
              json.writeValueAsString(answer),
              UtcTimes.utc(clock.instant()))
          .update();
      return answer;
    } catch (DuplicateKeyException e) {
      return find(event, requestId).orElseThrow(() -> e);
    }
  }
}
