package com.wechaterp.hub.erp.pack;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Reads and writes the times of an ERP, which has a zone and keeps them in one of three ways. */
final class TimeColumn {

  private final ZoneId zone;

  TimeColumn(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Returns the time, null for what ERPs write when there is none: 0 and empty text.
   *
   * @param unit {@code seconds} or {@code millis}; otherwise a date with a time
   * @throws java.time.DateTimeException or NumberFormatException if it is neither
   */
  @Nullable Instant read(@Nullable String unit, Object given) {
    String text = String.valueOf(given).strip();
    if (text.isEmpty() || text.equals("0") || text.startsWith("0000-00-00")) {
      return null;
    }
    if ("seconds".equals(unit)) {
      return Instant.ofEpochSecond(Long.parseLong(text));
    }
    if ("millis".equals(unit)) {
      return Instant.ofEpochMilli(Long.parseLong(text));
    }
    return local(given, text).atZone(zone).toInstant();
  }

  private static LocalDateTime local(Object given, String text) {
    if (given instanceof LocalDateTime time) {
      return time;
    }
    if (given instanceof Timestamp time) {
      return time.toLocalDateTime();
    }
    return text.length() == 10
        ? LocalDate.parse(text).atStartOfDay()
        : LocalDateTime.parse(text.replace(' ', 'T'));
  }

  /** Returns the time as the ERP keeps it. */
  Object write(@Nullable String unit, Instant time) {
    if ("seconds".equals(unit)) {
      return time.getEpochSecond();
    }
    if ("millis".equals(unit)) {
      return time.toEpochMilli();
    }
    return LocalDateTime.ofInstant(time, zone);
  }
}
