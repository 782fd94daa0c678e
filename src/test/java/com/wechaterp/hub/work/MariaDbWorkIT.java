package com.wechaterp.hub.work;

import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The work list on MariaDB. */
class MariaDbWorkIT {

  @Nested
  class Marks extends WorkMarksContract {
    @Override
    HikariDataSource database() {
      return HubDatabase.mariaDb();
    }
  }

  @Nested
  class Endings extends WorkEndingsContract {
    @Override
    HikariDataSource database() {
      return HubDatabase.mariaDb();
    }
  }

  @Nested
  class Pauses extends WorkPausesContract {
    @Override
    HikariDataSource database() {
      return HubDatabase.mariaDb();
    }
  }

  @Nested
  class Nodes extends WorkNodesContract {
    @Override
    HikariDataSource database() {
      return HubDatabase.mariaDb();
    }

    /** By its own clock the others' heartbeats would be ten minutes old, and all keys due. */
    @ParameterizedTest
    @ValueSource(longs = {600, -600})
    void leavesAKeyToTheNodeThatWorksOnItWhateverItsOwnClockSays(long ahead) throws Exception {
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch end = new CountDownLatch(1);
      AtomicInteger wrong = new AtomicInteger();
      node.run(
          "products",
          1,
          (key, attempts, priority) -> {
            begun.countDown();
            await(end);
            return new Ending.Retry(REASON, Duration.ofMinutes(5), 1, Duration.ofMinutes(5), 9);
          });
      node.mark("1");
      begun.await();
      another(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(ahead)))
          .run(
              "products",
              1,
              (key, attempts, priority) -> {
                wrong.incrementAndGet();
                return new Ending.Done();
              });

      Awaitility.await().during(Duration.ofSeconds(6)).atMost(SOON).until(() -> wrong.get() == 0);
      end.countDown();
      Awaitility.await()
          .atMost(SOON)
          .until(() -> node.list.find(WorkNode.key("1")).orElseThrow().attempts() == 1);
      Awaitility.await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> wrong.get() == 0);
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
