package com.wechaterp.hub.cli;

import com.wechaterp.hub.erp.ErpDatabase;
import com.wechaterp.hub.erp.OwnTime;
import com.wechaterp.hub.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Compares the clock of the ERP's database with this server's, in the time zone of the pack.
 *
 * <p>Some quarters of an hour are another time zone, which is right where the ERP writes its times
 * itself; anything else is a clock that goes wrong.
 */
final class ErpClockCheck {

  private static final String CHECK = "erp clock";
  private static final Duration MOST = Duration.ofSeconds(30);
  private static final Duration STEP = Duration.ofMinutes(15);

  private ErpClockCheck() {}

  /** Asks the database, which must be reachable. */
  static Finding finding(ErpDatabase database, ZoneId zone, Clock clock) {
    LocalDateTime there = OwnTime.of(database, CHECK);
    return compared(Duration.between(LocalDateTime.now(clock.withZone(zone)), there), zone);
  }

  static Finding compared(Duration ahead, ZoneId zone) {
    long steps = Math.round((double) ahead.toSeconds() / STEP.toSeconds());
    Duration skew = ahead.minus(STEP.multipliedBy(steps));
    if (skew.abs().compareTo(MOST) > 0) {
      return Finding.bad(
          CHECK, Problem.of("cli-erp-clock", "zone", zone, "seconds", ahead.toSeconds()));
    }
    if (steps != 0) {
      String hours = String.format(Locale.ROOT, "%+.2f", steps / 4.0);
      return Finding.good(
          CHECK,
          "goes right, but "
              + hours
              + " h from "
              + zone
              + " (time-zone in pack.yaml); if others write the ERP's times by its NOW(), time-zone is wrong",
          "准确，但与 "
              + zone
              + "（pack.yaml 的 time-zone）相差 "
              + hours
              + " 小时；如果其他程序用数据库的 NOW() 写入 ERP 的时间，则 time-zone 有误");
    }
    return Finding.good(CHECK, "agrees with this server in " + zone, "与本机一致（" + zone + "）");
  }
}
