package com.wechaterp.hub.erp.change;

import com.wechaterp.hub.erp.pack.ChangeRule;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times and ids of a cursor as text of one length, so that they sort alike as text. */
class CursorValues {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");
  private static final String NUMBER = "%020d";

  /** A row can change again within the second that its time names. */
  private static final Duration LEAST = Duration.ofSeconds(3);

  private final ChangeRule rule;
  private final ZoneId zone;

  CursorValues(ChangeRule rule, ZoneId zone) {
    this.rule = rule;
    this.zone = zone;
  }

  private boolean isDateTime() {
    return rule.by() == ChangeRule.By.TIME && rule.unit().equals("datetime");
  }

  /** Returns the value before all others. */
  String first() {
    return isDateTime() ? TIME.format(LocalDateTime.of(1970, 1, 1, 0, 0)) : NUMBER.formatted(0);
  }

  /** Returns a value of the ERP as text. */
  String text(Object raw) {
    if (!isDateTime()) {
      return NUMBER.formatted(Long.parseLong(String.valueOf(raw)));
    }
    if (raw instanceof LocalDateTime time) {
      return TIME.format(time);
    }
    if (raw instanceof Timestamp time) {
      return TIME.format(time.toLocalDateTime());
    }
    return TIME.format(LocalDateTime.parse(String.valueOf(raw).replace(' ', 'T')));
  }

  /** Returns the text as a parameter of the ERP's statement. */
  Object parameter(String text) {
    return isDateTime() ? LocalDateTime.parse(text, TIME) : Long.valueOf(text);
  }

  /** Returns the value from which on transactions may still commit rows at the given instant. */
  String settled(Instant now, String last) {
    if (rule.by() == ChangeRule.By.ID) {
      long behind = Math.max(0, Long.parseLong(last) - rule.idOverlap());
      return NUMBER.formatted(behind);
    }
    Duration overlap = rule.overlap().compareTo(LEAST) < 0 ? LEAST : rule.overlap();
    return at(now.minus(overlap));
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
