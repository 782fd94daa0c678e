package com.wechaterp.hub.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that open the API, by name.
 *
 * <p>Settings bind to it in every form they are given: named keys with scopes, named keys alone, a
 * list, and one text with commas as in an environment variable. What has no name of its own has its
 * number.
 */
public final class ApiKeys extends LinkedHashMap<String, ApiKey> {

  private static final long serialVersionUID = 1L;

  /** Returns the keys of one text, separated by commas. */
  public static ApiKeys valueOf(String text) {
    return of(text.split(","));
  }

  /** Returns keys without names, which open everything. */
  public static ApiKeys of(String... keys) {
    ApiKeys all = new ApiKeys();
    for (String key : keys) {
      all.put(String.valueOf(all.size()), ApiKey.valueOf(key.strip()));
    }
    return all;
  }

  /** Compares with every key, so that the time taken tells nothing. */
  Optional<Map.Entry<String, ApiKey>> find(String given) {
    Optional<Map.Entry<String, ApiKey>> found = Optional.empty();
    for (Map.Entry<String, ApiKey> each : entrySet()) {
      if (each.getValue().is(given)) {
        found = Optional.of(each);
      }
    }
    return found;
  }

  /** Returns whether an admin gave the name, rather than a list its number. */
  static boolean isName(String name) {
    return !name.matches("\\d+");
  }
}
