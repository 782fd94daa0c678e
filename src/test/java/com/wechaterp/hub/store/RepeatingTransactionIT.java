package com.wechaterp.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.testing.MariaDb;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Transactions that meet each other on a real MariaDB. */
@Timeout(120)
class RepeatingTransactionIT {

  private final HikariDataSource database =
      StoreOf.pool(MariaDb.createDatabase("repeated"), "root");
  private final JdbcTemplate jdbc = new JdbcTemplate(database);
  private final RepeatingTransaction transaction = StoreOf.transaction(database);
  private final AtomicInteger runs = new AtomicInteger();

  @BeforeEach
  void table() {
    jdbc.execute("CREATE TABLE thing (id INT PRIMARY KEY, amount INT NOT NULL)");
    jdbc.update("INSERT INTO thing VALUES (1, 0), (2, 0)");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void isRepeatedAfterADeadlockAndDoesItsWorkOnce() throws Exception {
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);

    together(() -> crosswise(1, 2, bothHoldOne), () -> crosswise(2, 1, bothHoldOne));

    assertThat(runs).hasValue(3);
    assertThat(amounts()).containsExactly(2, 2);
  }

  private Void crosswise(int first, int second, CyclicBarrier bothHoldOne) {
    AtomicInteger mine = new AtomicInteger();
    transaction.executeWithoutResult(
        status -> {
          runs.incrementAndGet();
          add(first);
          if (mine.incrementAndGet() == 1) {
            await(bothHoldOne);
          }
          add(second);
        });
    return null;
  }

  @Test
  void isRepeatedAsAWholeWhenAnInnerOneFails() throws Exception {
    transaction.executeWithoutResult(
        outer -> {
          add(1);
          transaction.executeWithoutResult(
              inner -> {
                add(2);
                if (runs.incrementAndGet() == 1) {
                  throw new OptimisticLockingFailureException("somebody was faster");
                }
              });
        });

    assertThat(runs).hasValue(2);
    assertThat(amounts()).containsExactly(1, 1);
  }

  @Test
  void isRepeatedWhenARowWasLockedForTooLong() throws Exception {
    jdbc.execute("SET GLOBAL innodb_lock_wait_timeout = 50");
    try (var holder = database.getConnection()) {
      holder.setAutoCommit(false);
      holder.createStatement().execute("UPDATE thing SET amount = 7 WHERE id = 1");
      transaction.executeWithoutResult(
          status -> {
            jdbc.execute("SET SESSION innodb_lock_wait_timeout = 1");
            if (runs.incrementAndGet() == 2) {
              rollback(holder);
            }
            add(1);
          });
    }

    assertThat(runs).hasValue(2);
    assertThat(amounts()).containsExactly(1, 0);
  }

  private static void rollback(java.sql.Connection connection) {
    try {
      connection.rollback();
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void repeatsAStatementOutsideOfTransactions() throws Exception {
    JdbcClient statements = StoreOf.statements(database);
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    together(
        () -> {
          transaction.executeWithoutResult(
              status -> {
                add(2);
                if (runs.incrementAndGet() == 1) {
                  await(bothHoldOne);
                }
                add(1);
              });
          return null;
        },
        () -> {
          await(bothHoldOne);
          // It locks the rows from the first to the last, the other from the last to the first.
          statements.sql("UPDATE thing SET amount = amount + SLEEP(0.3) + 10").update();
          return null;
        });

    assertThat(amounts()).containsExactly(11, 11);
  }

  private void add(int id) {
    jdbc.update("UPDATE thing SET amount = amount + 1 WHERE id = ?", id);
  }

  private List<Integer> amounts() {
    return jdbc.queryForList("SELECT amount FROM thing ORDER BY id", Integer.class);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @SafeVarargs
  private static void together(Callable<Void>... tasks) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.length);
    try {
      for (Future<Void> each : threads.invokeAll(List.of(tasks), 60, TimeUnit.SECONDS)) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
