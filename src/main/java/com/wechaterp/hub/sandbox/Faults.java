package com.wechaterp.hub.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Failures made on purpose, and the counts of calls. */
class Faults {

  private final Map<String, Fault> next = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

  /**
   * The next calls of an operation fail.
   *
   * @param kind errcode, http, html or slow
   * @param value the errcode, the HTTP status, or the milliseconds
   * @param afterwards whether the call takes effect all the same
   */
  record Fault(String kind, int value, int times, boolean afterwards) {}

  void plan(String operation, Fault fault) {
    next.put(operation, fault);
  }

  @Nullable Fault take(String operation) {
    Fault fault = next.get(operation);
    if (fault == null) {
      return null;
    }
    if (fault.times <= 1) {
      next.remove(operation);
    } else {
      next.put(operation, new Fault(fault.kind, fault.value, fault.times - 1, fault.afterwards));
    }
    return fault;
  }

  void count(String operation) {
    calls.computeIfAbsent(operation, name -> new AtomicInteger()).incrementAndGet();
  }

  Map<String, AtomicInteger> calls() {
    return calls;
  }

  void clear() {
    next.clear();
    calls.clear();
  }
}
