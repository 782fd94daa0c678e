package com.wechaterp.hub.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A flow that stops, as when an admin saves its route file, while a worker is not done. */
class WorkStopTest extends WorkFixture {

  private static final Duration SHORT = Duration.ofMillis(200);

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final AtomicBoolean interrupted = new AtomicBoolean();

  @Override
  HikariDataSource database() {
    return HubDatabase.h2();
  }

  private Ending waitToEnd() {
    begun.countDown();
    try {
      mayEnd.await();
    } catch (InterruptedException e) {
      interrupted.set(true);
    }
    return new Ending.Done();
  }

  private void stopInTheMiddle() throws InterruptedException {
    WorkRunner stopped =
        node.factory(SHORT)
            .runner("products", 1, (key, attempts, priority) -> waitToEnd())
            .orElseThrow();
    stopped.start();
    node.mark("1");
    begun.await();
    stopped.stop();
  }

  @Test
  void letsAWorkerThatIsNotDoneInTimeEndItsKeyInsteadOfInterruptingIt() throws Exception {
    stopInTheMiddle();

    mayEnd.countDown();

    await().atMost(SOON).untilAsserted(() -> assertThat(node.products().done()).isEqualTo(1));
    assertThat(interrupted).isFalse();
    assertThat(node.scheduled()).isZero();
  }

  @Test
  void keepsTheKeyOfSuchAWorkerFromTheFlowThatStartsAnew() throws Exception {
    stopInTheMiddle();
    AtomicInteger taken = new AtomicInteger();
    node.run(
        "products",
        1,
        (key, attempts, priority) -> {
          taken.incrementAndGet();
          return new Ending.Done();
        });
    node.mark("2");
    await().atMost(SOON).untilAsserted(() -> assertThat(taken).hasValue(1));

    // Without a heartbeat the key would count as a dead node's after four seconds.
    await()
        .during(Duration.ofSeconds(7))
        .atMost(SOON)
        .untilAsserted(() -> assertThat(taken).hasValue(1));
    mayEnd.countDown();
    await().atMost(SOON).untilAsserted(() -> assertThat(node.products().done()).isEqualTo(2));
  }
}
