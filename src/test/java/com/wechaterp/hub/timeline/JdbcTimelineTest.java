package com.wechaterp.hub.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcTimelineTest {

  private static final int MANY = 400;

  private final HikariDataSource database = HubDatabase.h2();
  private final Timeline timeline =
      new JdbcTimeline(JdbcClient.create(database), Clock.systemUTC());

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void forgetsTheOldStepsOfAThingThatHasMany() {
    timeline.record("main", "order", "other", "sent", "once");
    for (int step = 1; step <= MANY; step++) {
      timeline.record("main", "order", "busy", "sent", String.valueOf(step));
    }

    List<TimelineStep> kept = timeline.of("main", "order", "busy", MANY);

    // A look comes by chance, one in ten: that none comes for 200 steps is not to be expected.
    assertThat(kept).hasSizeBetween(JdbcTimeline.KEPT, MANY - 100);
    assertThat(kept.get(0).text()).isEqualTo(String.valueOf(MANY));
    assertThat(timeline.of("main", "order", "other", MANY)).hasSize(1);
  }
}
