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

/** Down while all workers of a flow have had one key each for longer than a limit. */
final class WorkerHealth implements HealthIndicator {

  private final RunningFlows flows;
  private final Duration limit;
  private final Clock clock;
  private final Language language;

  WorkerHealth(RunningFlows flows, Duration limit, Clock clock, Language language) {
    this.flows = flows;
    this.limit = limit;
    this.clock = clock;
    this.language = language;
  }

  @Override
  public Health health() {
    List<String> hanging =
        flows.pulses().stream()
            .filter(each -> each.hangs(clock.instant(), limit))
            .map(FlowPulse::flow)
            .sorted()
            .toList();
    return hanging.isEmpty()
        ? Health.up().build()
        : Reason.down(
            Problem.of(
                "hub-workers-hang",
                "flows",
                String.join(", ", hanging),
                "minutes",
                limit.toMinutes()),
            language);
  }
}
