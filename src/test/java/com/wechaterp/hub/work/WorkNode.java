package com.wechaterp.hub.work;

import com.wechaterp.hub.store.DatabaseClock;
import com.wechaterp.hub.store.StoreOf;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The work list of one hub, of perhaps several on the same database. */
final class WorkNode {

  final JdbcWorkList list;
  private final HikariDataSource dataSource;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final WorkRunners runners = new WorkRunners();
  private final WorkSpool spool;
  private final FlowPauses pauses;
  private final FlowCounts counts;
  private final List<WorkRunner> started = new ArrayList<>();

  WorkNode(HikariDataSource dataSource) {
    this(dataSource, Clock.systemUTC());
  }

  /**
   * Creates a hub.
   *
   * @param own what it takes for the time
   */
  WorkNode(HikariDataSource dataSource, Clock own) {
    this.dataSource = dataSource;
    this.clock = new DatabaseClock(dataSource, own);
    this.transaction = StoreOf.transaction(dataSource);
    JdbcClient jdbc = JdbcClient.create(dataSource);
    this.pauses = new FlowPauses(jdbc, new ParkedKeys(jdbc), clock);
    this.counts = new FlowCounts(jdbc);
    JdbcTemplate template = new JdbcTemplate(dataSource);
    Marks marks = new RestingMarks(Marks.in(template), pauses);
    this.spool = new WorkSpool(template, transaction, marks, runners);
    this.list =
        new JdbcWorkList(marks, spool, transaction, new WorkQueries(jdbc, clock), runners, clock);
  }

  /** Lets a worker work on a flow. */
  void run(String flow, int workers, WorkRunner.Worker worker) {
    WorkRunner runner = factory().runner(flow, workers, worker).orElseThrow();
    runner.start();
    started.add(runner);
  }

  WorkRunnerFactory factory() {
    return factory(Duration.ofSeconds(5));
  }

  WorkRunnerFactory factory(Duration stopWait) {
    WorkEnd end = new WorkEnd(JdbcClient.create(dataSource), transaction, pauses, counts, clock);
    WorkProperties settings =
        new WorkProperties(Duration.ofMillis(200), Duration.ofSeconds(1), 4, stopWait, stopWait);
    return new WorkRunnerFactory(dataSource, settings, pauses, counts, end, runners, clock, false);
  }

  void stop() {
    started.forEach(WorkRunner::stop);
    started.clear();
    spool.close();
  }

  /** Lets a far side be heard. */
  Set<String> heard(String farSide, String account) {
    Set<String> woken = pauses.heard(farSide, account);
    woken.forEach(runners::wake);
    return woken;
  }

  TransactionTemplate transaction() {
    return transaction;
  }

  /** Returns the counts of the flow {@code products}. */
  WorkCount products() {
    counts.writeCounts();
    return list.counts().stream()
        .filter(count -> count.flow().equals("products"))
        .findAny()
        .orElse(new WorkCount("products", 0, 0, 0, 0, 0, Map.of()));
  }

  /** Returns how many keys are still to be unrolled into the list. */
  int spooled() {
    return JdbcClient.create(dataSource)
        .sql("SELECT COALESCE(SUM(key_count), 0) FROM work_spool")
        .query(Integer.class)
        .single();
  }

  /** Returns how many keys db-scheduler knows. */
  int scheduled() {
    return JdbcClient.create(dataSource)
        .sql("SELECT COUNT(*) FROM scheduled_tasks")
        .query(Integer.class)
        .single();
  }

  void mark(String key) {
    list.mark(key(key), WorkPriority.NORMAL, "test");
  }

  void markAll(String account, List<String> keys) {
    list.markAll("products", account, keys, WorkPriority.NORMAL, "test");
  }

  static WorkKey key(String key) {
    return new WorkKey("products", "main", key);
  }
}
