package com.wechaterp.hub.inbox;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What people ask about the events received, and the way to put one to work again. */
public class EventLog {

  /**
   * One event as people see it.
   *
   * @param flow the flow that looks at it, empty if none does
   * @param key the key it concerns, empty if it names none
   * @param kept why nobody works on it, null if somebody does or nothing is to be done
   * @param body the message without secrets and personal data
   */
  public record Entry(
      long id,
      String account,
      String event,
      Instant receivedAt,
      String flow,
      String key,
      @Nullable Problem kept,
      @Nullable Object body) {}

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final StoredEvents stored;
  private final EventRoutes routes;
  private final EventMarks marks;

  EventLog(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      StoredEvents stored,
      EventRoutes routes,
      EventMarks marks) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.stored = stored;
    this.routes = routes;
    this.marks = marks;
  }

  /** Returns how many events are kept that no flow works on yet. */
  public int kept() {
    return jdbc.sql("SELECT COUNT(*) FROM inbox_event WHERE marked = FALSE")
        .query(Integer.class)
        .single();
  }

  /** Returns how many events were received, as far as they are still kept. */
  public int received() {
    return jdbc.sql("SELECT COUNT(*) FROM inbox_event").query(Integer.class).single();
  }

  /** Returns the events that nobody works on, latest first, those before an id. */
  public List<Entry> kept(long before, int most) {
    return stored.latest(false, before, most).stream().map(this::entry).toList();
  }

  /** Returns the events that are dealt with or given to their flow, latest first. */
  public List<Entry> handled(long before, int most) {
    return stored.latest(true, before, most).stream().map(this::entry).toList();
  }

  private Entry entry(StoredEvent event) {
    Map<String, Object> message = stored.message(event);
    return new Entry(
        event.id(),
        event.account(),
        event.event(),
        event.receivedAt(),
        event.flow(),
        MaskedMessage.key(event.key(), message),
        event.keptBecause(),
        routes.of(event.event()).filter(route -> !route.isNoOp()).isPresent()
            ? MaskedMessage.ofKnown(message)
            : MaskedMessage.ofUnknown(message));
  }

  /**
   * Has an event looked at again, as if it had just come.
   *
   * @return the event; its {@code kept} says why if nobody works on it still
   * @throws ProblemException {@code api-unknown-event}
   */
  public Entry replay(long id) {
    StoredEvent event =
        stored
            .find(id)
            .orElseThrow(() -> new ProblemException(Problem.of("api-unknown-event", "id", id)));
    StoredEvent replayed = transaction.execute(status -> mark(stored.route(event, routes)));
    return entry(replayed);
  }

  private StoredEvent mark(StoredEvent event) {
    if (event.flow().isEmpty() || event.key().isEmpty() || !marks.isWorkedOn(event.flow())) {
      return event;
    }
    stored.marked(List.of(event.id()));
    marks.mark(List.of(event.mark()));
    return stored.find(event.id()).orElse(event);
  }
}
