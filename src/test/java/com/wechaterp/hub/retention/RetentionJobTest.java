package com.wechaterp.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class RetentionJobTest {

  private record Fake(String table, BooleanSupplier more) implements Retention {

    @Override
    public boolean forgetSome(Instant now) {
      return more.getAsBoolean();
    }
  }

  private final MovableClock clock = new MovableClock();
  private int calls;

  @Test
  void clearsEachTableToItsEndOnceAnHour() {
    RetentionJob job = new RetentionJob(List.of(new Fake("a", () -> ++calls % 3 != 0)), clock);
    job.step();
    job.step();
    assertThat(calls).isEqualTo(3);

    clock.forward(Duration.ofMinutes(61));
    job.step();
    assertThat(calls).isEqualTo(6);
  }

  @Test
  void goesOnWithTheOthersWhenOneFails() {
    Fake broken =
        new Fake(
            "broken",
            () -> {
              throw new IllegalStateException("no such column");
            });
    Fake good =
        new Fake(
            "good",
            () -> {
              calls++;
              return false;
            });

    new RetentionJob(List.of(broken, good), clock).step();

    assertThat(calls).isEqualTo(1);
  }
}
