package com.wechaterp.hub.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.testing.MovableClock;
import com.wechaterp.hub.work.FlowPulse;
import com.wechaterp.hub.work.RunningFlows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** What the flows of a node make of its health. */
class FlowsHealthTest {

  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Instant NOW = new MovableClock().instant();

  private final MovableClock clock = new MovableClock();

  private static RunningFlows flows(FlowPulse... pulses) {
    return new RunningFlows() {
      @Override
      public Set<String> names() {
        return pulses().stream().map(FlowPulse::flow).collect(Collectors.toSet());
      }

      @Override
      public List<FlowPulse> pulses() {
        return List.of(pulses);
      }
    };
  }

  private static FlowPulse pulse(String flow, int workers, Instant... busySince) {
    return new FlowPulse(flow, workers, List.of(busySince), NOW);
  }

  private Health workers(FlowPulse... pulses) {
    return new WorkerHealth(flows(pulses), LIMIT, clock, Language.EN).health();
  }

  private Health running(boolean dryRun, FlowPulse... pulses) {
    return new FlowHealth(flows(pulses), clock, Language.EN, dryRun).health();
  }

  @Test
  void isDownWhenAllWorkersOfOneFlowHaveHadOneKeyForTooLong() {
    Instant slow = NOW.minus(LIMIT).minusSeconds(1);
    Health health = workers(pulse("orders", 2, slow, slow), pulse("products", 2, slow));

    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.getDetails().get("reason").toString())
        .contains("All workers of orders have been busy")
        .doesNotContain("products");
  }

  @Test
  void isUpWhileOneWorkerOfEachFlowIsFreeOrNotSlow() {
    Instant slow = NOW.minus(LIMIT).minusSeconds(1);

    assertThat(workers(pulse("orders", 2, slow), pulse("products", 2, slow, NOW)).getStatus())
        .isEqualTo(Status.UP);
  }

  @Test
  void isDownWhenNoFlowHasARouteUnlessItIsOnADryRun() {
    assertThat(running(false).getStatus()).isEqualTo(Status.DOWN);
    assertThat(running(false).getDetails().get("code")).isEqualTo("hub-no-flow");
    assertThat(running(true).getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void isDownWhenNoFlowLooksForItsKeysAnyMore() {
    FlowPulse pulse = pulse("orders", 2);
    assertThat(running(false, pulse).getStatus()).isEqualTo(Status.UP);

    clock.forward(Duration.ofMinutes(3));

    assertThat(running(false, pulse).getStatus()).isEqualTo(Status.DOWN);
  }
}
