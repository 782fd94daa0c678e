package com.wechaterp.hub.inbox;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/** Marks the keys of events that came before their flow had a route, or while a key was locked. */
class WaitingEvents {

  private static final Logger LOG = LoggerFactory.getLogger(WaitingEvents.class);
  private static final int PAGE = 500;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final EventMarks marks;
  private final EventRoutes routes;
  private final StoredEvents stored;

  WaitingEvents(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      EventMarks marks,
      EventRoutes routes,
      StoredEvents stored) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.marks = marks;
    this.routes = routes;
    this.stored = stored;
  }

  @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
  void mark() {
    jdbc
        .sql("SELECT DISTINCT flow FROM inbox_event WHERE marked = FALSE AND flow IS NOT NULL")
        .query(String.class)
        .list()
        .stream()
        .filter(marks::isWorkedOn)
        .forEach(this::mark);
  }

  private void mark(String flow) {
    List<StoredEvent> page;
    long after = 0;
    do {
      page = stored.waiting(flow, after, PAGE);
      if (!page.isEmpty()) {
        markOrLater(page);
        after = page.get(page.size() - 1).id();
      }
    } while (page.size() == PAGE);
  }

  /** One key that somebody holds must not keep the others waiting. */
  private void markOrLater(List<StoredEvent> events) {
    try {
      transaction.executeWithoutResult(
          status -> {
            stored.marked(events.stream().map(StoredEvent::id).toList());
            marks.mark(events.stream().map(StoredEvent::mark).toList());
          });
    } catch (RuntimeException e) {
      if (!Durability.isLocked(e)) {
        throw e;
      }
      if (events.size() == 1) {
        LOG.debug("Event {} is marked at the next look.", events.get(0).id(), e);
      } else {
        events.forEach(one -> markOrLater(List.of(one)));
      }
    }
  }

  /** Gives a flow to events that an earlier version of the hub did not know. */
  @Scheduled(initialDelay = 5_000, fixedDelay = 3_600_000)
  void recognise() {
    jdbc
        .sql("SELECT DISTINCT event FROM inbox_event WHERE marked = FALSE AND flow IS NULL")
        .query(String.class)
        .list()
        .stream()
        .filter(event -> routes.of(event).isPresent())
        .forEach(this::recognise);
  }

  private void recognise(String event) {
    List<StoredEvent> page;
    long after = 0;
    do {
      page = stored.unknown(event, after, PAGE);
      page.forEach(one -> stored.route(one, routes));
      after = page.isEmpty() ? after : page.get(page.size() - 1).id();
    } while (page.size() == PAGE);
  }
}
