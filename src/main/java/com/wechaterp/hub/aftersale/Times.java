package com.wechaterp.hub.aftersale;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times as the hub's database keeps them, in UTC. */
final class Times {

  private Times() {}

  static LocalDateTime utc(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }

  static @Nullable LocalDateTime utcOrNull(@Nullable Instant time) {
    return time == null ? null : utc(time);
  }

  static @Nullable Instant instant(@Nullable LocalDateTime time) {
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }
}
