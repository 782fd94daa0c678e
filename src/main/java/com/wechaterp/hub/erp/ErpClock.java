package com.wechaterp.hub.erp;

import com.wechaterp.hub.erp.pack.ChangeRule;
import com.wechaterp.hub.erp.pack.Pack;
import com.wechaterp.hub.erp.pack.Port;
import com.wechaterp.hub.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Compares the clock and the time zone of the ERP's database with what cursors by time need. */
public class ErpClock {

  private static final Duration MOST = Duration.ofSeconds(30);

  /** Zones differ by quarters of an hour; clocks that are wrong seldom do. */
  private static final long ZONE_STEP = Duration.ofMinutes(15).toSeconds();

  private final Supplier<Pack> pack;
  private final ErpDatabase database;
  private final Clock clock;

  ErpClock(Supplier<Pack> pack, ErpDatabase database, Clock clock) {
    this.pack = pack;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Returns what is wrong with the ERP's time; nothing if no port is found by time.
   *
   * @throws ErpException if the ERP cannot be asked
   */
  public List<Problem> problems() {
    Pack now = pack.get();
    List<ChangeRule> timed =
        now.ports().values().stream()
            .map(Port::changes)
            .filter(rule -> rule.by() == ChangeRule.By.TIME)
            .toList();
    if (timed.isEmpty()) {
      return List.of();
    }
    LocalDateTime there =
        database.ask(
            "pack.yaml",
            () ->
                database
                    .template()
                    .queryForObject("SELECT LOCALTIMESTAMP", Map.of(), LocalDateTime.class));
    LocalDateTime here = LocalDateTime.ofInstant(clock.instant(), now.zone());
    long off = Duration.between(here, there).toSeconds();
    long zone = Math.round((double) off / ZONE_STEP) * ZONE_STEP;
    if (Math.abs(off - zone) > MOST.toSeconds()) {
      return List.of(problem("erp-clock", now, off));
    }
    boolean local = timed.stream().anyMatch(rule -> rule.unit().equals("datetime"));
    return zone == 0 || !local ? List.of() : List.of(problem("erp-zone", now, zone));
  }

  private static Problem problem(String code, Pack pack, long seconds) {
    String off =
        Duration.ofSeconds(Math.abs(seconds)).toString().substring(2).toLowerCase(Locale.ROOT);
    boolean ahead = seconds > 0;
    return Problem.of(
        code,
        "off",
        off,
        "sideEn",
        ahead ? "ahead of" : "behind",
        "sideZh",
        ahead ? "快" : "慢",
        "zone",
        pack.zone(),
        "pack",
        pack.name());
  }
}
