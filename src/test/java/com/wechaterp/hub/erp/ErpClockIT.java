package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.testing.MariaDb;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demo pack, whose times are China's, over a real MariaDB with sessions of several zones. */
class ErpClockIT {

  private final String url = MariaDb.createDatabase("clock");

  @Test
  void saysNothingWhereTheSessionHasThePacksZone() {
    assertThat(told("%2B08:00", Duration.ZERO)).isEmpty();
  }

  @Test
  void tellsHowFarTheZoneOfTheSessionIsFromThePacks() {
    assertThat(told("%2B03:00", Duration.ZERO))
        .singleElement()
        .asString()
        .contains("5h behind", "Asia/Shanghai", "pack.yaml", "hub.erp.url");
  }

  @Test
  void tellsHowFarTheClocksAreApartAndWhichIsAhead() {
    assertThat(told("%2B08:00", Duration.ofMinutes(-5)))
        .singleElement()
        .asString()
        .contains("ahead of the hub's", "NTP");
  }

  private List<String> told(String zone, Duration hubsClock) {
    String session =
        url + (url.contains("?") ? "&" : "?") + "sessionVariables=time_zone='" + zone + "'";
    PackFolder pack = new PackFolder(Path.of("."), "config/erp/demo", text -> text);
    try (ErpDatabase database =
        new ErpDatabase(new ErpProperties("demo", session, "root", "", 2, Duration.ofMinutes(1)))) {
      return new ErpClock(pack::pack, database, Clock.offset(Clock.systemUTC(), hubsClock))
          .problems().stream().map(problem -> problem.sentence(Language.EN)).toList();
    }
  }
}
