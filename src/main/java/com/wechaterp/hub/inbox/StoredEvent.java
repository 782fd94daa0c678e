package com.wechaterp.hub.inbox;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.work.WorkKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is kept.
 *
 * @param flow the flow that looks at it, empty if none is known
 * @param key the key it concerns, empty if it names none
 * @param marked whether nothing is left to be done with it
 * @param body the message, as JSON; with personal data
 */
record StoredEvent(
    long id,
    String account,
    String event,
    String flow,
    String key,
    boolean marked,
    Instant receivedAt,
    String body) {

  EventMarks.Mark mark() {
    return new EventMarks.Mark(new WorkKey(flow, account, key), event);
  }

  /** Returns why nobody works on it, null if somebody does or nothing is to be done. */
  @Nullable Problem keptBecause() {
    if (marked) {
      return null;
    }
    if (flow.isEmpty()) {
      return Problem.of("event-unknown", "event", event);
    }
    return key.isEmpty()
        ? Problem.of("event-without-key", "event", event, "flow", flow)
        : Problem.of("event-without-route", "event", event, "flow", flow);
  }
}
