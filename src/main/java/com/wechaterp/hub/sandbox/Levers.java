package com.wechaterp.hub.sandbox;

import java.util.Map;

/** A controller of levers; the list at {@code GET /sandbox/_control} is put together from all. */
interface Levers {

  /** Returns a line for each lever: method and path, and what it does. */
  Map<String, Object> lines();
}
