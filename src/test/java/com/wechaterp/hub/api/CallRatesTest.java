package com.wechaterp.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.wechaterp.hub.testing.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class CallRatesTest {

  private final MovableClock clock = new MovableClock();
  private final CallRates rates = new CallRates(new ApiProperties(2, 3), clock);

  @Test
  void stopsAKeyThatHasUsedUpItsMinute() {
    take("shop", "main", 2);

    assertThatExceptionOfType(ApiRefusal.class)
        .isThrownBy(() -> rates.take("shop", "main"))
        .satisfies(
            refusal -> {
              assertThat(refusal.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
              assertThat(refusal.details()).containsKey("Retry-After");
              assertThat(refusal.problem().facts())
                  .containsEntry("setting", "hub.api.calls-per-key");
            });
  }

  @Test
  void stopsAllKeysTogetherAtTheLimitOfTheAccount() {
    take("shop", "main", 2);
    take("desk", "main", 1);

    assertThatExceptionOfType(ApiRefusal.class)
        .isThrownBy(() -> rates.take("desk", "main"))
        .satisfies(
            refusal ->
                assertThat(refusal.problem().facts())
                    .containsEntry("setting", "hub.api.calls-per-account"));
    assertThatNoException().isThrownBy(() -> rates.take("desk", "second"));
  }

  @Test
  void beginsAnewWithTheNextMinute() {
    take("shop", "main", 2);
    clock.forward(Duration.ofMinutes(1));

    assertThatNoException().isThrownBy(() -> rates.take("shop", "main"));
  }

  @Test
  void countsWithoutEndWhereTheLimitIsZero() {
    CallRates free = new CallRates(new ApiProperties(0, 0), clock);

    assertThatNoException()
        .isThrownBy(
            () -> {
              for (int i = 0; i < 1000; i++) {
                free.take("shop", "main");
              }
            });
  }

  private void take(String caller, String account, int times) {
    for (int i = 0; i < times; i++) {
      rates.take(caller, account);
    }
  }
}
