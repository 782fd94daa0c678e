package com.wechaterp.hub.wechat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * WeChat's times: China Standard Time as {@code yyyy-MM-dd HH:mm:ss}, Unix seconds, Unix
 * milliseconds and RFC 3339 (WeChat docs, conventions of the interface).
 */
public final class WeChatTime {

  /** The zone of times without one. */
  public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** Unix seconds stay below this for some thousand years; milliseconds are above since 1973. */
  private static final long MILLIS_FROM = 100_000_000_000L;

  private WeChatTime() {}

  /** Returns the time in WeChat's words, {@code yyyy-MM-dd HH:mm:ss} in China. */
  public static String text(Instant time) {
    return TEXT.format(LocalDateTime.ofInstant(time, CHINA));
  }

  /**
   * Returns the time of a field, null if it is empty or 0.
   *
   * @throws java.time.DateTimeException if it is written in no way WeChat knows
   */
  public static @Nullable Instant read(String text) {
    if (text.isEmpty() || text.equals("0")) {
      return null;
    }
    if (text.chars().allMatch(Character::isDigit)) {
      long number = Long.parseLong(text);
      return number < MILLIS_FROM ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }
    return text.contains("T")
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text, TEXT).atZone(CHINA).toInstant();
  }
}
