package com.wechaterp.hub.quota;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One allowance of two nodes, on any database. */
abstract class JdbcQuotasContract {

  /** 22:10 in China: two more hours belong to the day. */
  private static final Instant NOW = Instant.parse("2026-03-01T14:10:00Z");

  private HikariDataSource database;
  private Quotas quotas;
  private Quotas otherNode;

  abstract HikariDataSource database();

  @BeforeEach
  void open() {
    database = database();
    quotas = at(NOW);
    otherNode = at(NOW);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void refusesTheUseAboveTheHoursLimitAndSaysWhenTheNextHourBegins() {
    take(quotas, 3);

    assertThat(quotas.take("main", Quotas.SPU_AUDIT)).contains(time("2026-03-01T15:00:00Z"));
  }

  @Test
  void allowsMoreInTheNextHourUntilTheDayIsSpent() {
    take(quotas, 3);
    Quotas later = at(NOW.plusSeconds(3600));
    take(later, 2);

    assertThat(later.take("main", Quotas.SPU_AUDIT)).contains(time("2026-03-01T16:00:00Z"));
  }

  @Test
  void countsEachAccountForItself() {
    take(quotas, 3);

    assertThat(quotas.take("second", Quotas.SPU_AUDIT)).isEmpty();
  }

  @Test
  void allowsAgainWhatWasGivenBack() {
    take(quotas, 3);
    quotas.giveBack("main", Quotas.SPU_AUDIT, NOW);

    assertThat(quotas.take("main", Quotas.SPU_AUDIT)).isEmpty();
    assertThat(quotas.take("main", Quotas.SPU_AUDIT)).isPresent();
  }

  @Test
  void givesNothingBackToAnHourThatBeganSince() {
    take(quotas, 1);
    Quotas later = at(NOW.plusSeconds(3600));
    take(later, 3);

    later.giveBack("main", Quotas.SPU_AUDIT, NOW);

    assertThat(later.take("main", Quotas.SPU_AUDIT)).contains(time("2026-03-01T16:00:00Z"));
    assertThat(used(later, "hour")).isEqualTo(3);
    assertThat(used(later, "day")).isEqualTo(3);
  }

  @Test
  void givesBackNoMoreThanWasTaken() {
    take(quotas, 1);
    quotas.giveBack("main", Quotas.SPU_AUDIT, NOW);
    quotas.giveBack("main", Quotas.SPU_AUDIT, NOW);

    assertThat(used(quotas, "hour")).isZero();
    take(quotas, 3);
  }

  @Test
  void countsWhatTheOtherNodeTook() {
    take(otherNode, 2);
    take(quotas, 1);

    assertThat(quotas.take("main", Quotas.SPU_AUDIT)).contains(time("2026-03-01T15:00:00Z"));
    assertThat(otherNode.eta("main", Quotas.SPU_AUDIT, 1)).isEqualTo("2026-03-01T15:00:00Z");
  }

  @Test
  void closesForTheOtherNodeTooWhenWeChatRefuses() {
    otherNode.refused("main", Quotas.SPU_AUDIT, 45009);

    assertThat(quotas.take("main", Quotas.SPU_AUDIT)).contains(time("2026-03-01T16:00:00Z"));
  }

  @Test
  void closesTheDayWhenWeChatSaysItsLimitIsReached() {
    quotas.refused("main", Quotas.SPU_AUDIT, 45009);

    assertThat(quotas.take("main", Quotas.SPU_AUDIT)).contains(time("2026-03-01T16:00:00Z"));
  }

  @Test
  void closesTheHourWhenWeChatSaysCallsComeTooFast() {
    quotas.refused("main", Quotas.SPU_AUDIT, 45011);

    assertThat(quotas.take("main", Quotas.SPU_AUDIT)).contains(time("2026-03-01T15:00:00Z"));
  }

  @Test
  void plansAWholeCatalogueOverHoursAndDays() {
    assertThat(quotas.eta("main", Quotas.SPU_AUDIT, 3)).isEqualTo(NOW);
    assertThat(quotas.eta("main", Quotas.SPU_AUDIT, 4)).isEqualTo("2026-03-01T15:00:00Z");
    assertThat(quotas.eta("main", Quotas.SPU_AUDIT, 6)).isEqualTo("2026-03-01T16:00:00Z");
    assertThat(quotas.eta("main", Quotas.SPU_AUDIT, 9)).isEqualTo("2026-03-01T17:00:00Z");
  }

  @Test
  void neverGivesMoreThanTheLimitHoweverManyAskAtOnce() throws InterruptedException {
    AtomicInteger taken = new AtomicInteger();
    ExecutorService takers = Executors.newFixedThreadPool(8);
    CountDownLatch start = new CountDownLatch(1);
    for (int i = 0; i < 24; i++) {
      Quotas node = i % 2 == 0 ? quotas : otherNode;
      takers.execute(
          () -> {
            try {
              start.await();
              if (node.take("main", Quotas.SPU_AUDIT).isEmpty()) {
                taken.incrementAndGet();
              }
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }
    start.countDown();
    takers.shutdown();

    assertThat(takers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(taken).hasValue(3);
  }

  private Quotas at(Instant now) {
    return QuotasOf.database(database, 3, 5, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static int used(Quotas quotas, String window) {
    return quotas.states().stream()
        .filter(state -> state.window().equals(window))
        .mapToInt(QuotaState::used)
        .sum();
  }

  private static void take(Quotas quotas, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(quotas.take("main", Quotas.SPU_AUDIT)).isEmpty();
    }
  }

  private static Instant time(String time) {
    return Instant.parse(time);
  }
}
