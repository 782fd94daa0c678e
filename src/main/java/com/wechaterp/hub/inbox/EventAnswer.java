package com.wechaterp.hub.inbox;

import java.util.Map;

/**
 * The answer to an event.
 *
 * @param document its fields, in their order; empty for plain {@code success}
 * @param form how it is written
 */
public record EventAnswer(Map<String, Object> document, Form form) {

  /** How an answer is written. */
  public enum Form {
    /** As the event came, in XML or JSON. */
    AS_RECEIVED,
    /** In JSON, however the event came. */
    JSON
  }

  /** Returns the answer that says nothing but {@code success}. */
  public static EventAnswer success() {
    return new EventAnswer(Map.of(), Form.AS_RECEIVED);
  }
}
