package com.wechaterp.hub.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RequestThreadsTest {

  private final RequestThreads threads = RequestThreads.of(1, 2);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  @Test
  void letRequestsThatRunEndWhenTheServerStops() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicReference<String> ended = new AtomicReference<>("not yet");
    threads.execute(
        () -> {
          begun.countDown();
          try {
            mayEnd.await();
            ended.set("in peace");
          } catch (InterruptedException e) {
            ended.set("interrupted");
          }
        });
    begun.await();

    threads.shutdownNow();
    mayEnd.countDown();

    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(ended).hasValue("in peace");
  }

  @Test
  void becomeAsManyAsTheyMayBeforeRequestsWait() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    AtomicInteger third = new AtomicInteger();
    for (int each = 0; each < 2; each++) {
      threads.execute(
          () -> {
            both.countDown();
            awaitEnd();
          });
    }
    threads.execute(third::incrementAndGet);

    assertThat(both.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(third).hasValue(0);
    mayEnd.countDown();
    threads.shutdown();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(third).hasValue(1);
  }

  private void awaitEnd() {
    try {
      mayEnd.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody interrupts it", e);
    }
  }
}
