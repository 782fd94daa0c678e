package com.wechaterp.hub.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of a dispute, on each database the hub runs on. */
abstract class ComplaintsContract {

  private static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");
  private static final Instant DEADLINE = Instant.parse("2026-11-27T04:00:00Z");

  private final HikariDataSource database;
  private final Complaints seen;

  ComplaintsContract(HikariDataSource database) {
    this.database = database;
    this.seen = new Complaints(JdbcClient.create(database));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void warnsOnceOfEachDeadline() {
    see(DEADLINE);
    assertThat(seen.warn("main", "500")).isTrue();

    see(DEADLINE);
    assertThat(seen.warn("main", "500")).isFalse();

    see(DEADLINE.plusSeconds(3600));
    assertThat(seen.warn("main", "500")).isTrue();
    see(null);
    see(DEADLINE.plusSeconds(3600));
    assertThat(seen.warn("main", "500")).isTrue();
  }

  private void see(@Nullable Instant deadline) {
    seen.see(
        "main",
        new Complaint(
            "500", "20", "30", "buyer", "139", 230003, 7, 0, NOW, NOW, deadline, List.of()),
        NOW);
  }
}
