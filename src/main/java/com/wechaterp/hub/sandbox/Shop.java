package com.wechaterp.hub.sandbox;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One account's part of the sandbox, as its operations see it. */
class Shop {

  private final String appId;
  private final SandboxProperties.Account settings;
  private final SandboxStore store;
  private final SandboxClock clock;

  Shop(String appId, SandboxProperties.Account settings, SandboxStore store, SandboxClock clock) {
    this.appId = appId;
    this.settings = settings;
    this.store = store;
    this.clock = clock;
  }

  String appId() {
    return appId;
  }

  SandboxProperties.Account settings() {
    return settings;
  }

  SandboxClock clock() {
    return clock;
  }

  long nextId() {
    return store.nextId();
  }

  @Nullable Map<String, Object> get(String kind, String key) {
    return store.get(appId, kind, key);
  }

  /**
   * Returns a document that a lever names.
   *
   * @throws IllegalArgumentException if there is none
   */
  Map<String, Object> held(String kind, String key) {
    Map<String, Object> document = get(kind, key);
    if (document == null) {
      throw new IllegalArgumentException("The sandbox has no " + kind + " " + key);
    }
    return document;
  }

  Collection<Map<String, Object>> all(String kind) {
    return store.all(appId, kind);
  }

  Map<String, Map<String, Object>> upTo(String kind, String key) {
    return store.upTo(appId, kind, key);
  }

  void remove(String kind, String key) {
    store.remove(appId, kind, key);
  }

  void put(String kind, String key, Map<String, Object> document) {
    store.put(appId, kind, key, document);
  }
}
