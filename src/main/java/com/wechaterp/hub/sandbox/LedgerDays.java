package com.wechaterp.hub.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Makes a day of ledger entries, so that importing them can be tried without selling anything. */
class LedgerDays {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int SECONDS_A_DAY = 86_400;

  private final Ledger ledger;

  LedgerDays(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Enters orders paid, some of them refunded or settled, spread over a day.
   *
   * @param day the day as yyyyMMdd, in China time
   * @param count how many entries
   */
  void fill(Shop shop, String day, int count) {
    Instant start = date(day).atStartOfDay(CHINA).toInstant();
    int made = 0;
    while (made < count) {
      Instant time = start.plusSeconds((long) made * SECONDS_A_DAY / count);
      String order = String.valueOf(shop.nextId());
      long fen = 1 + made * 7_919L % 99_991;
      ledger.enter(shop, LedgerKind.PAID, order, fen, time);
      made++;
      if (made % 4 == 2 && made < count && fen > 1) {
        ledger.enter(shop, LedgerKind.REFUNDED, String.valueOf(shop.nextId()), fen / 2, time);
        made++;
      } else if (made % 4 == 0 && made < count && fen >= 100) {
        ledger.settle(shop, order, fen, time);
        made++;
      }
    }
  }

  private static LocalDate date(String day) {
    try {
      return LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(day + " is no day; write yyyyMMdd", e);
    }
  }
}
