package com.wechaterp.hub.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Somebody waits, and the work on keys stands back for it. */
class WorkBrakeTest {

  private final List<String> order = new CopyOnWriteArrayList<>();

  @Test
  void letsWorkGoOnWhileNobodyWaits() {
    new WorkBrake(Duration.ofDays(1)).standBack();
  }

  @Test
  void letsOneCallerGoFirst() throws Exception {
    WorkBrake brake = new WorkBrake(Duration.ofDays(1));
    Thread worker =
        new Thread(
            () -> {
              brake.standBack();
              order.add("work");
            });
    brake.first(
        () -> {
          worker.start();
          Awaitility.await().until(() -> worker.getState() == Thread.State.TIMED_WAITING);
          return order.add("caller");
        });
    worker.join(TimeUnit.MINUTES.toMillis(1));
    assertThat(order).containsExactly("caller", "work");
  }

  @Test
  void holdsNoKeyForEver() throws Exception {
    WorkBrake brake = new WorkBrake(Duration.ofMillis(1));
    CountDownLatch waits = new CountDownLatch(1);
    CompletableFuture<String> caller =
        CompletableFuture.supplyAsync(
            () ->
                brake.first(
                    () -> {
                      waits.countDown();
                      Awaitility.await().until(() -> order.contains("work"));
                      return "caller";
                    }));
    waits.await();
    brake.standBack();
    order.add("work");
    assertThat(caller.get(1, TimeUnit.MINUTES)).isEqualTo("caller");
  }
}
