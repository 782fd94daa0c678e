package com.wechaterp.hub.store;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times as the hub's database keeps them: UTC without a zone, so that no driver shifts them. */
public final class UtcTimes {

  private UtcTimes() {}

  /** Returns what is stored for a time. */
  public static LocalDateTime utc(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }

  /** Returns what is stored for a time, null for none. */
  public static @Nullable LocalDateTime utcOrNull(@Nullable Instant time) {
    return time == null ? null : utc(time);
  }

  /** Returns a time as it comes back when it was stored, to the microsecond; null for none. */
  public static @Nullable Instant keptOrNull(@Nullable Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
  }

  /** Returns the time that is stored. */
  public static Instant instant(LocalDateTime stored) {
    return stored.toInstant(ZoneOffset.UTC);
  }

  /** Returns the time that is stored, null for NULL. */
  public static @Nullable Instant instantOrNull(@Nullable LocalDateTime stored) {
    return stored == null ? null : instant(stored);
  }
}
