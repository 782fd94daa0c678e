package com.wechaterp.hub.clock;

import com.wechaterp.hub.problem.Language;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Tells in the health how far this node's clock is off; it stays up, since the hub reckons with it.
 */
class ClockHealth implements HealthIndicator {

  private final NodeClock clock;
  private final Language language;

  ClockHealth(NodeClock clock, Language language) {
    this.clock = clock;
    this.language = language;
  }

  @Override
  public Health health() {
    Map<String, Object> details = new LinkedHashMap<>();
    for (ClockComparison each : clock.comparisons()) {
      details.put(
          each.source(),
          each.isOff()
              ? NodeClock.problem(each).sentence(language)
              : each.ahead().toSeconds() + " s");
    }
    return Health.up().withDetails(details).build();
  }
}
