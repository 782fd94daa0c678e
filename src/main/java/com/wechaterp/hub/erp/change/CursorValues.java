package com.wechaterp.hub.erp.change;

import com.wechaterp.hub.erp.pack.ChangeRule;
import com.wechaterp.hub.erp.pack.TimeColumn;
import com.wechaterp.hub.erp.pack.TimeFormat;
import com.wechaterp.hub.erp.pack.ValueText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times and ids of a cursor as text that sorts as they do. */
class CursorValues {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");
  private static final String NUMBER = "%020d";
  private static final BigDecimal LARGEST = BigDecimal.TEN.pow(20);

  /** A row can change again within the second that its time names. */
  private static final Duration LEAST = Duration.ofSeconds(3);

  private final ChangeRule rule;
  private final ZoneId zone;
  private final TimeColumn times;

  CursorValues(ChangeRule rule, ZoneId zone) {
    this.rule = rule;
    this.zone = zone;
    this.times = new TimeColumn(zone);
  }

  private boolean isDateTime() {
    return rule.by() == ChangeRule.By.TIME && rule.unit().equals("datetime");
  }

  /** Returns whether texts of the rule's format name no more than the day. */
  boolean ofDays() {
    String format = rule.format();
    return format != null && TimeFormat.of(format).isOfDays();
  }

  /** Returns whether a text is of this rule, and not of the one the pack had before. */
  boolean knows(String text) {
    try {
      parameter(text);
      return true;
    } catch (DateTimeException | NumberFormatException e) {
      return false;
    }
  }

  /** Returns the value before all others. */
  String first() {
    return isDateTime() ? TIME.format(LocalDateTime.of(1970, 1, 1, 0, 0)) : NUMBER.formatted(0);
  }

  /**
   * Returns a value of the ERP as text.
   *
   * @throws DateTimeException or NumberFormatException if it is none
   */
  String text(Object raw) {
    if (!isDateTime()) {
      return text(new BigDecimal(ValueText.of(raw)));
    }
    return TIME.format(times.local(rule.format(), raw));
  }

  private static String text(BigDecimal number) {
    if (number.signum() < 0 || number.compareTo(LARGEST) >= 0) {
      throw new NumberFormatException(number + " is no time and no id");
    }
    BigInteger whole = number.toBigInteger();
    BigDecimal part = number.subtract(new BigDecimal(whole));
    String digits = part.signum() == 0 ? "" : part.stripTrailingZeros().toPlainString();
    return NUMBER.formatted(whole) + digits.replaceFirst("^0", "");
  }

  /** Returns the text as a parameter of the ERP's statement. */
  Object parameter(String text) {
    if (!isDateTime()) {
      return text.contains(".") ? new BigDecimal(text) : new BigInteger(text);
    }
    LocalDateTime time = LocalDateTime.parse(text, TIME);
    String format = rule.format();
    return format == null ? time : TimeFormat.of(format).write(time);
  }

  /**
   * Returns the value from which on transactions may still commit rows at the given instant.
   *
   * @param ofDays whether values name days, which go on until they are over
   */
  String settled(Instant now, String last, boolean ofDays) {
    if (rule.by() == ChangeRule.By.ID) {
      BigDecimal behind = new BigDecimal(last).subtract(BigDecimal.valueOf(rule.idOverlap()));
      return text(behind.max(BigDecimal.ZERO));
    }
    Duration overlap = rule.overlap().compareTo(LEAST) < 0 ? LEAST : rule.overlap();
    String settled = at(now.minus(overlap));
    return ofDays
        ? TIME.format(LocalDateTime.parse(settled, TIME).truncatedTo(ChronoUnit.DAYS))
        : settled;
  }

  /** Returns the value of rows that changed at an instant, where a time tells it. */
  String at(Instant time) {
    return switch (rule.unit()) {
      case "seconds" -> NUMBER.formatted(time.getEpochSecond());
      case "millis" -> NUMBER.formatted(time.toEpochMilli());
      default -> TIME.format(LocalDateTime.ofInstant(time, zone));
    };
  }
}
