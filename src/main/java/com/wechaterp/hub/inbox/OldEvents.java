package com.wechaterp.hub.inbox;

import com.wechaterp.hub.store.UtcTimes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Deletes old events once they are dealt with, a few at a time; what is not is kept for ever. */
class OldEvents {

  private static final int PAGE = 500;

  private final StoredEvents stored;
  private final JdbcClient jdbc;
  private final EventMarks marks;
  private final InboxProperties properties;
  private final Clock clock;

  OldEvents(
      StoredEvents stored,
      JdbcClient jdbc,
      EventMarks marks,
      InboxProperties properties,
      Clock clock) {
    this.stored = stored;
    this.jdbc = jdbc;
    this.marks = marks;
    this.properties = properties;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 600_000, fixedDelay = 3_600_000)
  void delete() {
    Instant limit = clock.instant().minus(properties.keep());
    // Ids grow with time, so the walk ends at the first event that is young enough.
    long after = 0;
    boolean old = true;
    while (old) {
      List<StoredEvent> page = stored.oldest(after, PAGE);
      List<StoredEvent> past =
          page.stream().filter(event -> event.receivedAt().isBefore(limit)).toList();
      List<Long> dealtWith = past.stream().filter(this::isDealtWith).map(StoredEvent::id).toList();
      if (!dealtWith.isEmpty()) {
        stored.delete(dealtWith);
      }
      old = page.size() == PAGE && past.size() == PAGE;
      after = page.isEmpty() ? after : page.get(page.size() - 1).id();
    }
    jdbc.sql("DELETE FROM event_reply WHERE decided_at < ?").param(UtcTimes.utc(limit)).update();
  }

  /** A key that still waits, is held or is dead may need its event again. */
  private boolean isDealtWith(StoredEvent event) {
    return event.marked() && (event.flow().isEmpty() || marks.isDone(event.mark().key()));
  }
}
