package com.wechaterp.hub.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ComplaintWarningTest {

  private static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");
  private static final Instant DEADLINE = NOW.plus(Duration.ofHours(6));

  private final HikariDataSource database = HubDatabase.h2();
  private final Complaints seen = new Complaints(JdbcClient.create(database));

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void isGivenOnceForADeadline() {
    sees(230004, DEADLINE);
    assertThat(seen.warn("main", "500")).isTrue();

    sees(230006, DEADLINE);

    assertThat(seen.warn("main", "500")).isFalse();
  }

  @Test
  void isGivenAgainForTheDeadlineOfAnotherRoundOfEvidence() {
    sees(230004, DEADLINE);
    assertThat(seen.warn("main", "500")).isTrue();
    sees(230007, null);

    sees(230003, DEADLINE.plus(Duration.ofDays(3)));

    assertThat(seen.warn("main", "500")).isTrue();
    assertThat(seen.warn("main", "500")).isFalse();
  }

  @Test
  void isGivenAgainWhenTheDeadlineMovesInTheSameRound() {
    sees(230004, DEADLINE);
    assertThat(seen.warn("main", "500")).isTrue();

    sees(230004, DEADLINE.plus(Duration.ofDays(1)));

    assertThat(seen.warn("main", "500")).isTrue();
  }

  private void sees(int state, @Nullable Instant deadline) {
    seen.see(
        "main",
        new Complaint(
            "500", "20", "30", "buyer", "139", state, 7, 0, NOW, NOW, deadline, List.of()),
        NOW);
  }
}
