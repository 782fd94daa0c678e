package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.wechat.WeChatTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/** Reads the times people name a window by. */
public final class ReconcileTime {

  private ReconcileTime() {}

  /**
   * Returns the time of a day (its beginning in China), of a time in China, or of one with its
   * zone.
   *
   * @throws java.time.DateTimeException if it is none of these
   */
  public static Instant read(String text) {
    String time = text.strip().replace(' ', 'T');
    if (time.length() <= "2026-11-25".length()) {
      return LocalDate.parse(time).atStartOfDay(WeChatTime.CHINA).toInstant();
    }
    return time.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
        ? OffsetDateTime.parse(time).toInstant()
        : LocalDateTime.parse(time).atZone(WeChatTime.CHINA).toInstant();
  }
}
