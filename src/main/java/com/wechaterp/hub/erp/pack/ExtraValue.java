package com.wechaterp.hub.erp.pack;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Makes of a column that the hub knows nothing about what JSON has for it. */
final class ExtraValue {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private ExtraValue() {}

  /** Returns a number as a number, a flag of one bit as 1 or 0, a time as WeChat writes times. */
  static Object of(Object given, String text) {
    if (given instanceof Boolean flag) {
      return flag ? 1L : 0L;
    }
    if (given instanceof Number) {
      BigDecimal number = new BigDecimal(text);
      return number.stripTrailingZeros().scale() > 0 ? number : whole(number.toBigInteger());
    }
    return given instanceof LocalDateTime time ? TIME.format(time) : text;
  }

  private static Object whole(BigInteger number) {
    return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
  }
}
