package com.wechaterp.hub.erp.pack;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and writes the times of an ERP, which has a zone and keeps them in one of a few ways. */
public final class TimeColumn {

  /** What ERPs write when there is no time: 0, the zero date, nothing. */
  private static final Pattern NONE = Pattern.compile("[0\\s:./T-]*");

  private static final int DAY = "2026-11-30".length();

  private final ZoneId zone;

  /** Creates a reader of times that stand in a zone. */
  public TimeColumn(ZoneId zone) {
    this.zone = zone;
  }

  /** Returns whether a value is what ERPs write when there is no time; what is a time never is. */
  private static boolean isNone(Object given) {
    return !(given instanceof Temporal) && NONE.matcher(ValueText.of(given)).matches();
  }

  /**
   * Returns the time, null for what ERPs write when there is none.
   *
   * @param unit {@code seconds} or {@code millis}, decimals too; otherwise a date with or without a
   *     time
   * @param format how a text is written; null for ISO 8601
   * @throws java.time.DateTimeException or NumberFormatException if it is neither
   */
  @Nullable Instant read(@Nullable String unit, @Nullable String format, Object given) {
    if (isNone(given)) {
      return null;
    }
    if ("seconds".equals(unit)) {
      return instant(new BigDecimal(ValueText.of(given)));
    }
    if ("millis".equals(unit)) {
      return instant(new BigDecimal(ValueText.of(given)).movePointLeft(3));
    }
    return local(format, given).atZone(zone).toInstant();
  }

  private static Instant instant(BigDecimal seconds) {
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    BigDecimal nanos = seconds.subtract(whole).movePointRight(9).setScale(0, RoundingMode.DOWN);
    try {
      return Instant.ofEpochSecond(whole.longValueExact(), nanos.longValueExact());
    } catch (ArithmeticException e) {
      throw new DateTimeException(seconds + " is no number of seconds since 1970", e);
    }
  }

  /**
   * Returns the time of the ERP's zone.
   *
   * @param format how a text is written; null for ISO 8601
   * @throws java.time.DateTimeException if it is none
   */
  public LocalDateTime local(@Nullable String format, Object given) {
    if (given instanceof LocalDateTime time) {
      return time;
    }
    if (given instanceof LocalDate day) {
      return day.atStartOfDay();
    }
    if (given instanceof OffsetDateTime time) {
      return LocalDateTime.ofInstant(time.toInstant(), zone);
    }
    String text = ValueText.of(given);
    return format == null ? iso(text) : TimeFormat.of(format).read(text);
  }

  private LocalDateTime iso(String text) {
    String iso = text.replace('/', '-').replaceFirst("\\s+", "T");
    boolean zoned = iso.endsWith("Z") || iso.lastIndexOf('+') > DAY || iso.lastIndexOf('-') > DAY;
    return zoned
        ? LocalDateTime.ofInstant(OffsetDateTime.parse(iso).toInstant(), zone)
        : TimeFormat.PLAIN.read(iso);
  }

  /** Returns the time as the ERP keeps it. */
  Object write(@Nullable String unit, @Nullable String format, Instant time) {
    if ("seconds".equals(unit)) {
      return time.getEpochSecond();
    }
    if ("millis".equals(unit)) {
      return time.toEpochMilli();
    }
    LocalDateTime local = LocalDateTime.ofInstant(time, zone);
    return format == null ? local : TimeFormat.of(format).write(local);
  }
}
