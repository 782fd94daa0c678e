package com.wechaterp.hub.erp.pack;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How an ERP writes times as text, such as {@code yyyyMMddHHmmss}. */
public final class TimeFormat {

  /** A day with or without a time, as most write it: {@code 2026-3-1T9:05:00.250}. */
  static final TimeFormat PLAIN =
      new TimeFormat(
          new DateTimeFormatterBuilder()
              .appendPattern("uuuu-M-d['T'H:m[:s]]")
              .optionalStart()
              .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
              .toFormatter(Locale.ROOT)
              .withResolverStyle(ResolverStyle.STRICT));

  /** Neighbours whose order a text can get wrong, in time and in length. */
  private static final List<LocalDateTime> IN_ORDER =
      List.of(
          LocalDateTime.of(2019, 12, 31, 23, 59, 59),
          LocalDateTime.of(2026, 1, 9, 9, 9, 9),
          LocalDateTime.of(2026, 1, 10, 0, 0, 0),
          LocalDateTime.of(2026, 9, 30, 10, 59, 59),
          LocalDateTime.of(2026, 10, 1, 1, 0, 0),
          LocalDateTime.of(2026, 10, 1, 9, 59, 59),
          LocalDateTime.of(2026, 10, 1, 13, 0, 10),
          LocalDateTime.of(2027, 2, 1, 0, 0, 0));

  /** A pattern is made into a format once, not for each value; packs have a handful. */
  private static final Map<String, TimeFormat> KNOWN = new ConcurrentHashMap<>();

  private final DateTimeFormatter format;

  private TimeFormat(DateTimeFormatter format) {
    this.format = format;
  }

  /**
   * Returns the format of a pattern.
   *
   * @param pattern letters as Java's DateTimeFormatter has them
   * @throws IllegalArgumentException if it is none
   */
  public static TimeFormat of(String pattern) {
    return KNOWN.computeIfAbsent(
        pattern, made -> new TimeFormat(DateTimeFormatter.ofPattern(made, Locale.CHINA)));
  }

  LocalDateTime read(String text) {
    TemporalAccessor read = format.parse(text);
    LocalTime time = read.query(TemporalQueries.localTime());
    return LocalDate.from(read).atTime(time == null ? LocalTime.MIDNIGHT : time);
  }

  /** Returns a time as text. */
  public String write(LocalDateTime time) {
    return format.format(time);
  }

  /** Returns whether each text it writes says at least which day it was. */
  boolean tellsTheDay() {
    try {
      return IN_ORDER.stream()
          .allMatch(time -> read(write(time)).toLocalDate().equals(time.toLocalDate()));
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Returns whether its texts sort as their times do. */
  boolean sorts() {
    List<String> texts = IN_ORDER.stream().map(this::write).toList();
    return texts.equals(texts.stream().sorted().toList());
  }

  /** Returns whether its texts tell no more than the day. */
  public boolean isOfDays() {
    LocalDateTime noon = LocalDateTime.of(2026, 10, 1, 12, 0);
    return write(noon).equals(write(noon.plusHours(11).plusMinutes(59)));
  }
}
