package com.wechaterp.hub.quota;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** The windows WeChat counts in, as its clocks in China show them. */
enum Span {
  HOUR(ChronoUnit.HOURS),
  DAY(ChronoUnit.DAYS);

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final ChronoUnit unit;

  Span(ChronoUnit unit) {
    this.unit = unit;
  }

  String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  Instant start(Instant now) {
    return ZonedDateTime.ofInstant(now, CHINA).truncatedTo(unit).toInstant();
  }

  /** Returns the start of the window so many windows after the current one. */
  Instant start(Instant now, long windowsLater) {
    return ZonedDateTime.ofInstant(now, CHINA)
        .truncatedTo(unit)
        .plus(windowsLater, unit)
        .toInstant();
  }
}
