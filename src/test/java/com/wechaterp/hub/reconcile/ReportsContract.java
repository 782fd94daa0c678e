package com.wechaterp.hub.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.work.WorkKey;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What kept reports hold to, whatever the database. */
abstract class ReportsContract {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private final HikariDataSource database;
  private final Reports reports;

  ReportsContract(HikariDataSource database) {
    this.database = database;
    this.reports =
        new Reports(
            JdbcClient.create(database),
            new TransactionTemplate(new JdbcTransactionManager(database)));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void returnsWhatWasKept() {
    Report kept = report("main", Subject.ORDERS, NOON, null);

    reports.keep(kept);

    assertThat(reports.last()).containsExactly(kept);
    assertThat(reports.of(Subject.ORDERS, 10)).containsExactly(kept);
    assertThat(reports.of(Subject.PRODUCTS, 10)).isEmpty();
  }

  @Test
  void goesOnWhereEachSubjectOfEachAccountEnded() {
    reports.keep(report("main", Subject.ORDERS, NOON, null));
    reports.keep(report("main", Subject.ORDERS, NOON.plusSeconds(60), null));
    reports.keep(report("other", Subject.ORDERS, NOON, null));

    assertThat(reports.end("main", Subject.ORDERS)).contains(NOON.plusSeconds(60));
    assertThat(reports.end("other", Subject.ORDERS)).contains(NOON);
    assertThat(reports.end("main", Subject.PAYMENTS)).isEmpty();
  }

  @Test
  void beginsAgainAtAWindowThatFailed() {
    reports.keep(report("main", Subject.ORDERS, NOON, null));
    reports.keep(report("main", Subject.ORDERS, NOON.plusSeconds(60), Problem.of("order-json")));

    assertThat(reports.end("main", Subject.ORDERS)).contains(NOON);
    assertThat(reports.last())
        .extracting(Report::failure)
        .containsExactly(Problem.of("order-json"));
  }

  @Test
  void movesNothingForAWindowSomebodyNamed() {
    reports.save(report("main", Subject.ORDERS, NOON, null));

    assertThat(reports.end("main", Subject.ORDERS)).isEmpty();
    assertThat(reports.last()).hasSize(1);
  }

  private static Report report(
      String account, Subject subject, Instant end, @Nullable Problem failure) {
    Difference difference =
        Difference.of(
            new WorkKey("orders", account, "SO-1"),
            "77",
            new Difference.Sides("20 待发货 16.00", Difference.NONE),
            Owner.ERP,
            "reconcile-order-only-wechat");
    return new Report(
        account,
        subject,
        new Window(end.minusSeconds(3600), end),
        end,
        end.plusMillis(1500),
        153,
        1,
        0,
        1,
        failure,
        List.of(difference.with(new OnWorkList("held", Problem.of("order-json")))));
  }
}
