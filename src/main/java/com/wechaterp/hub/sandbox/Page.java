package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/**
 * Cuts the part of a list that a request asks for (WeChat docs, conventions of the interface,
 * paging styles).
 */
final class Page {

  private Page() {}

  /** Returns a page counted from 1. */
  static <T> List<T> numbered(List<T> all, Map<String, ?> request, String page, String size) {
    return from(
        all,
        (Fields.number(request, page) - 1) * Fields.number(request, size),
        Fields.number(request, page) < 1 ? 0 : Fields.number(request, size));
  }

  /** Returns what comes after an offset counted from 0. */
  static <T> List<T> offset(List<T> all, Map<String, ?> request, String size) {
    long wanted = request.containsKey(size) ? Fields.number(request, size) : all.size();
    return from(all, Fields.number(request, "offset"), wanted);
  }

  private static <T> List<T> from(List<T> all, long start, long size) {
    if (start < 0 || size < 1) {
      throw new SandboxError(40097, "invalid args: page");
    }
    return all.stream().skip(start).limit(size).toList();
  }

  /**
   * Passes a page that is not too large.
   *
   * @throws SandboxError 40097 for a larger one
   */
  static void atMost(long most, Map<String, ?> request, String size) {
    if (Fields.number(request, size) > most) {
      throw new SandboxError(40097, "invalid args: " + size);
    }
  }
}
