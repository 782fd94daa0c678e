package com.wechaterp.hub.sandbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What is to happen to an object later, kept in the order of its time.
 *
 * <p>A timer only says: look at this object now. Whoever handles it looks whether the time has
 * really come, so that a timer set earlier and overtaken does no harm.
 */
class Timers implements Tick {

  private static final String KIND = "timer";

  private final Map<String, BiConsumer<Shop, String>> handlers = new HashMap<>();

  /** Says who handles a kind of timer. */
  void on(String what, BiConsumer<Shop, String> handler) {
    handlers.put(what, handler);
  }

  /** Sets a timer on an object. */
  static void set(Shop shop, String what, String key, Instant due) {
    shop.put(KIND, order(due) + ' ' + what + ' ' + key, Fields.of("what", what, "key", key));
  }

  private static String order(Instant due) {
    return "%015d".formatted(due.toEpochMilli());
  }

  /** Handles all timers of a shop whose time has come. */
  @Override
  public void pass(Shop shop) {
    shop.upTo(KIND, order(shop.clock().now()) + '~')
        .forEach(
            (id, timer) -> {
              shop.remove(KIND, id);
              run(shop, timer);
            });
  }

  private void run(Shop shop, Map<String, Object> timer) {
    BiConsumer<Shop, String> handler = handlers.get(Fields.text(timer, "what"));
    if (handler == null) {
      throw new IllegalStateException("nobody handles the timer " + timer);
    }
    handler.accept(shop, Fields.text(timer, "key"));
  }
}
