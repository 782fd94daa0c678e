package com.wechaterp.hub.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.testing.MovableClock;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the budget promises on every database. */
abstract class RefreshBudgetContract {

  /** Just over the 30 seconds WeChat wants between two forced refreshes. */
  private static final Duration LATER = Duration.ofSeconds(31);

  private final MovableClock clock = new MovableClock();
  private HikariDataSource database;

  abstract HikariDataSource database();

  @BeforeEach
  void open() {
    database = database();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void allowsTwentyADayOverARestart() {
    assertThat(taken(budget(), 12)).isEqualTo(12);
    assertThat(taken(budget(), 20)).isEqualTo(8);
  }

  @Test
  void beginsANewDayAtMidnightInChina() {
    taken(budget(), 20);
    assertThat(budget().take("main")).isFalse();

    // 02:00 UTC is 10:00 in China, where the day ends 14 hours later.
    clock.forward(Duration.ofHours(14));

    assertThat(taken(budget(), 21)).isEqualTo(20);
  }

  @Test
  void keepsThirtySecondsBetweenTwo() {
    assertThat(budget().take("main")).isTrue();
    clock.forward(Duration.ofSeconds(29));
    assertThat(budget().take("main")).isFalse();
    clock.forward(Duration.ofSeconds(1));
    assertThat(budget().take("main")).isTrue();
  }

  @Test
  void countsEachAccountByItself() {
    assertThat(budget().take("main")).isTrue();
    assertThat(budget().take("second")).isTrue();
  }

  @Test
  void givesOneRefreshToManyNodesAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(10);
    List<Future<Boolean>> asked = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      asked.add(threads.submit(() -> budget().take("main")));
    }

    int taken = 0;
    for (Future<Boolean> answer : asked) {
      taken += answer.get() ? 1 : 0;
    }

    assertThat(taken).isEqualTo(1);
    threads.shutdown();
  }

  @Test
  void keepsARefreshSpentWhenTheWorkAroundItIsRolledBack() {
    TransactionTemplate work = new TransactionTemplate(new JdbcTransactionManager(database));

    work.executeWithoutResult(
        status -> {
          assertThat(budget().take("main")).isTrue();
          status.setRollbackOnly();
        });

    assertThat(budget().take("main")).isFalse();
  }

  private int taken(RefreshBudget budget, int tries) {
    int taken = 0;
    for (int i = 0; i < tries; i++) {
      taken += budget.take("main") ? 1 : 0;
      clock.forward(LATER);
    }
    return taken;
  }

  private RefreshBudget budget() {
    return new RefreshBudget(
        JdbcClient.create(database), new JdbcTransactionManager(database), clock);
  }
}
