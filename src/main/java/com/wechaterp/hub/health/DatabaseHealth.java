package com.wechaterp.hub.health;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.store.DatabaseOutage;
import com.wechaterp.hub.store.DatabaseState;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while the hub's database cannot commit, or does not say whether it can. */
final class DatabaseHealth implements HealthIndicator {

  private static final Duration SILENCE = Duration.ofSeconds(20);

  private final DatabaseState database;
  private final Clock clock;
  private final Language language;

  DatabaseHealth(DatabaseState database, Clock clock, Language language) {
    this.database = database;
    this.clock = clock;
    this.language = language;
  }

  @Override
  public Health health() {
    Optional<Problem> outage = database.outage().map(DatabaseOutage::problem);
    if (outage.isPresent()) {
      return Reason.down(outage.get(), language);
    }
    Duration silent = Duration.between(database.committed(), clock.instant());
    return silent.compareTo(SILENCE) > 0
        ? Reason.down(Problem.of("hub-database-silent", "seconds", silent.toSeconds()), language)
        : Health.up().build();
  }
}
