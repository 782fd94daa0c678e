package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A time of its own that a document carries, and what happens then.
 *
 * @param kind the kind of the document
 * @param id the field with its key
 * @param field the field with its time, in Unix milliseconds
 */
record Due(String kind, String id, String field) {

  /** Says what happens when the time has come; not called for a time that was moved or cleared. */
  void handle(Timers timers, BiConsumer<Shop, Map<String, Object>> action) {
    timers.on(
        name(),
        (shop, key) -> {
          Map<String, Object> document = shop.get(kind, key);
          if (document != null && isPast(shop, document)) {
            document.remove(field);
            action.accept(shop, document);
          }
        });
  }

  /** Returns whether the time was set and has come. */
  boolean isPast(Shop shop, Map<String, Object> document) {
    return document.containsKey(field)
        && Fields.number(document, field) <= shop.clock().now().toEpochMilli();
  }

  /** Sets the time on a document that the caller keeps. */
  void set(Shop shop, Map<String, Object> document, Duration after) {
    set(shop, document, shop.clock().now().plus(after));
  }

  /** Sets the time on a document that the caller keeps. */
  void set(Shop shop, Map<String, Object> document, Instant at) {
    document.put(field, at.toEpochMilli());
    Timers.set(shop, name(), Fields.text(document, id), at);
  }

  void clear(Map<String, Object> document) {
    document.remove(field);
  }

  private String name() {
    return kind + '/' + field;
  }
}
