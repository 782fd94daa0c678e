package com.wechaterp.hub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAgainTest {

  private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");

  @ParameterizedTest
  @CsvSource({"PT0S, PT1M", "PT-5M, PT1M", "PT7M, PT7M", "PT3H, PT3H", "P9D, P1D"})
  void doublesTheAgeOfWhatWaits(Duration age, Duration until) {
    assertThat(LookAgain.at(NOW.minus(age), NOW)).isEqualTo(NOW.plus(until));
  }

  @Test
  void waitsAnHourIfTheAgeIsNotKnown() {
    assertThat(LookAgain.at(null, NOW)).isEqualTo(NOW.plus(Duration.ofHours(1)));
  }
}
