package com.wechaterp.hub.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechaterp.hub.plan.HoldException;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What every database must make of the limit of a day. */
abstract class WithdrawalLimitContract {

  private static final FundsSettings SETTINGS = new FundsSettings(3, 50_000, false);

  /** Half past ten in the evening in China. */
  private static final Instant EVENING = Instant.parse("2026-11-25T14:30:00Z");

  private HikariDataSource database;
  private MoneyRequests requests;

  abstract HikariDataSource database();

  @BeforeEach
  void open() {
    database = database();
    requests = new MoneyRequests(JdbcClient.create(database));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private WithdrawalLimit at(Instant now) {
    return new WithdrawalLimit(
        requests,
        new TransactionTemplate(new JdbcTransactionManager(database)),
        SETTINGS,
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private MoneyRequest approved(String account, String id, long amount) {
    return requests.save(
        new MoneyRequest(
            account,
            id,
            MoneyRequest.WITHDRAWAL,
            amount,
            "",
            Map.of(),
            MoneyState.APPROVED,
            "anna",
            "",
            EVENING,
            null,
            "",
            "",
            "",
            "",
            0));
  }

  @Test
  void letsOnlyOneOfTwoThroughThatAreSentAtTheSameMoment() throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 20; round++) {
        String account = "account" + round;
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<Boolean>> sent =
            List.of(
                nodes.submit(sends(together, approved(account, "w1", 30_000))),
                nodes.submit(sends(together, approved(account, "w2", 30_000))));

        assertThat(List.of(sent.get(0).get(), sent.get(1).get()))
            .containsExactlyInAnyOrder(true, false);
      }
    } finally {
      nodes.shutdownNow();
    }
  }

  private Callable<Boolean> sends(CyclicBarrier together, MoneyRequest request) {
    return () -> {
      together.await();
      try {
        at(EVENING).begin(request);
        return true;
      } catch (HoldException full) {
        return false;
      }
    };
  }

  @Test
  void countsWhatWasSentOnTheDayInChinaAndNotWhatWasAskedForThen() {
    approved("main", "w0", 50_000);
    at(EVENING).begin(approved("main", "w1", 40_000));

    MoneyRequest second = approved("main", "w2", 20_000);
    assertThatThrownBy(() -> at(EVENING.plusSeconds(3600)).begin(second))
        .hasMessageContaining("40000")
        .extracting(e -> ((HoldException) e).hold().until())
        .isEqualTo(Instant.parse("2026-11-25T16:00:00Z"));

    Instant afterMidnight = Instant.parse("2026-11-25T16:00:01Z");
    assertThat(at(afterMidnight).begin(second).begunAt()).isEqualTo(afterMidnight);
  }

  @Test
  void givesTheLimitBackForWhatCameToNothing() {
    MoneyRequest first = at(EVENING).begin(approved("main", "w1", 50_000));
    requests.save(first.in(MoneyState.FAILED, "closed"));

    assertThat(at(EVENING).begin(approved("main", "w2", 50_000)).begunAt()).isEqualTo(EVENING);
  }
}
