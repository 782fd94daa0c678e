package com.wechaterp.hub.clock;

import com.wechaterp.hub.problem.Language;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the comparison of clocks known to health and metrics. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

  @Bean
  NodeClock nodeClock(Language language) {
    return new NodeClock(Clock.systemUTC(), language);
  }

  @Bean
  ClockHealth clockHealthIndicator(NodeClock clock, Language language) {
    return new ClockHealth(clock, language);
  }

  @Bean
  MeterBinder clockMetrics(NodeClock clock) {
    return registry ->
        Gauge.builder("hub.clock.ahead", clock, ClockConfiguration::seconds)
            .description("How far this server's clock is ahead of WeChat's, where it is off most")
            .baseUnit("seconds")
            .register(registry);
  }

  private static double seconds(NodeClock clock) {
    return clock.comparisons().stream()
            .map(ClockComparison::ahead)
            .max(Comparator.comparing(Duration::abs))
            .orElse(Duration.ZERO)
            .toMillis()
        / 1000.0;
  }
}
