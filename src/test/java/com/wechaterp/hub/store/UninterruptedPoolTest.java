package com.wechaterp.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UninterruptedPoolTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final AtomicReference<String> ended = new AtomicReference<>("not yet");
  private final ExecutorService pool = HubThreads.fixed("test", 1);
  private final ScheduledExecutorService schedule = HubThreads.schedule("test");

  @AfterEach
  void end() {
    mayEnd.countDown();
    pool.shutdown();
    schedule.shutdown();
  }

  private void work() {
    begun.countDown();
    try {
      mayEnd.await();
      ended.set("in peace");
    } catch (InterruptedException e) {
      ended.set("interrupted");
    }
  }

  private void endsInPeace() {
    mayEnd.countDown();
    await().atMost(SOON).untilAsserted(() -> assertThat(ended).hasValue("in peace"));
  }

  @Test
  void letsWhatRunsEndAndDropsTheRestWhenItIsToldToEndAtOnce() throws Exception {
    AtomicInteger dropped = new AtomicInteger();
    pool.execute(this::work);
    pool.execute(dropped::incrementAndGet);
    begun.await();

    assertThat(pool.shutdownNow()).hasSize(1);

    endsInPeace();
    assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(dropped).hasValue(0);
  }

  @Test
  void doesNotInterruptATaskThatIsCalledOff() throws Exception {
    Future<?> task = pool.submit(this::work);
    begun.await();

    task.cancel(true);

    assertThat(task.isCancelled()).isTrue();
    endsInPeace();
  }

  @Test
  void letsTheTurnOfARepeatedTaskEndAndHasNoOtherAfterIt() throws Exception {
    AtomicInteger turns = new AtomicInteger();
    Future<?> task =
        schedule.scheduleWithFixedDelay(
            () -> {
              turns.incrementAndGet();
              work();
            },
            0,
            1,
            TimeUnit.MILLISECONDS);
    begun.await();

    task.cancel(true);
    schedule.shutdownNow();

    endsInPeace();
    assertThat(schedule.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(turns).hasValue(1);
  }

  @Test
  void worksOnScheduledTasksInTheOrderOfTheirTimes() throws Exception {
    StringBuffer order = new StringBuffer();
    CountDownLatch both = new CountDownLatch(2);
    schedule.schedule(
        () -> {
          order.append("second ");
          both.countDown();
        },
        60,
        TimeUnit.MILLISECONDS);
    schedule.schedule(
        () -> {
          order.append("first ");
          both.countDown();
        },
        1,
        TimeUnit.MILLISECONDS);

    assertThat(both.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(order).hasToString("first second ");
  }
}
