package com.wechaterp.hub.health;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.work.FlowPulse;
import com.wechaterp.hub.work.RunningFlows;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while no flow of this node runs. */
final class FlowHealth implements HealthIndicator {

  /** A flow looks every second, and for this long at most while its database is slow. */
  private static final Duration LOOKS = Duration.ofMinutes(2);

  private final RunningFlows flows;
  private final Clock clock;
  private final Language language;
  private final boolean dryRun;

  FlowHealth(RunningFlows flows, Clock clock, Language language, boolean dryRun) {
    this.flows = flows;
    this.clock = clock;
    this.language = language;
    this.dryRun = dryRun;
  }

  @Override
  public Health health() {
    List<FlowPulse> pulses = flows.pulses();
    boolean looks =
        pulses.stream().anyMatch(each -> each.looked().plus(LOOKS).isAfter(clock.instant()));
    return looks || dryRun
        ? Health.up().withDetail("flows", pulses.size()).build()
        : Reason.down(Problem.of("hub-no-flow", "count", pulses.size()), language);
  }
}
