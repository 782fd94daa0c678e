package com.wechaterp.hub.inbox;

import java.util.Optional;

/** Tells who a person's key stands for, from the event that marked it. */
public class EventPeople {

  private final StoredEvents stored;
  private final EventRoutes routes;

  EventPeople(StoredEvents stored, EventRoutes routes) {
    this.stored = stored;
    this.routes = routes;
  }

  /** Returns the openid of a key; empty if no event about this person is kept. */
  public Optional<String> openid(String account, String flow, String key) {
    return stored
        .latestOf(account, flow, key)
        .flatMap(
            event ->
                routes
                    .of(event.event())
                    .map(route -> EventKeys.openid(stored.message(event), route)))
        .filter(openid -> !openid.isEmpty());
  }
}
