package com.wechaterp.hub.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.testing.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class ClockHealthTest {

  private final MovableClock own = new MovableClock();
  private final NodeClock clock = new NodeClock(own, Language.EN);
  private final ClockHealth health = new ClockHealth(clock, Language.EN);

  @Test
  void saysHowFarTheClockIsOffAndStaysUp() {
    clock.compare("right", own.instant(), own.instant(), own.instant());
    clock.compare("wrong", own.instant().minus(Duration.ofHours(1)), own.instant(), own.instant());

    Health seen = health.health();

    assertThat(seen.getStatus()).isEqualTo(Status.UP);
    assertThat(seen.getDetails()).containsEntry("right", "0 s");
    assertThat(seen.getDetails().get("wrong").toString()).contains("3599 s ahead of wrong");
  }
}
