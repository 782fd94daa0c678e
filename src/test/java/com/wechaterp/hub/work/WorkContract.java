package com.wechaterp.hub.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What every database must make of the work list. */
abstract class WorkContract {

  private static final Problem REASON = Problem.of("hub-no-reason", "key", "x");
  private static final Duration SOON = Duration.ofSeconds(20);

  private HikariDataSource dataSource;
  private TransactionTemplate transaction;
  private final List<Node> nodes = new ArrayList<>();
  private Node node;

  abstract HikariDataSource database();

  /** One hub of perhaps several on the same database. */
  private final class Node {
    private final WorkRunners runners = new WorkRunners();
    private final FlowPauses pauses =
        new FlowPauses(JdbcClient.create(dataSource), Clock.systemUTC());
    private final JdbcWorkList list =
        new JdbcWorkList(
            new JdbcTemplate(dataSource),
            transaction,
            new WorkQueries(JdbcClient.create(dataSource), Clock.systemUTC()),
            runners,
            Clock.systemUTC());
    private final List<WorkRunner> started = new ArrayList<>();

    private WorkRunner run(String flow, int workers, WorkRunner.Worker worker) {
      WorkEnd end =
          new WorkEnd(JdbcClient.create(dataSource), transaction, pauses, Clock.systemUTC());
      WorkProperties settings =
          new WorkProperties(
              Duration.ofMillis(200), Duration.ofSeconds(1), 4, Duration.ofSeconds(5));
      WorkRunner runner =
          new WorkRunnerFactory(dataSource, settings, pauses, end, runners)
              .runner(flow, workers, worker);
      runner.start();
      started.add(runner);
      return runner;
    }
  }

  @BeforeEach
  void open() {
    dataSource = database();
    transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    node = node();
  }

  @AfterEach
  void close() {
    nodes.forEach(one -> one.started.forEach(WorkRunner::stop));
    dataSource.close();
  }

  private Node node() {
    Node made = new Node();
    nodes.add(made);
    return made;
  }

  private static WorkKey key(String key) {
    return new WorkKey("products", "main", key);
  }

  private WorkCount products() {
    node.pauses.writeCounts();
    return node.list.counts().stream()
        .filter(count -> count.flow().equals("products"))
        .findAny()
        .orElseThrow();
  }

  @Test
  void coalescesMarksOfOneKey() {
    node.list.mark(key("1"), WorkPriority.NORMAL, "first");
    node.list.mark(key("1"), WorkPriority.LOW, "second");

    assertThat(products().waiting()).isEqualTo(1);
    assertThat(node.list.find(key("1")).orElseThrow().priority()).isEqualTo(WorkPriority.NORMAL);
  }

  @Test
  void tellsKeysApartByCase() {
    node.list.markAll("products", "main", List.of("a", "A"), WorkPriority.NORMAL, "test");

    assertThat(products().waiting()).isEqualTo(2);
  }

  @Test
  void marksNothingWhenTheTransactionRollsBack() {
    transaction.executeWithoutResult(
        status -> {
          node.list.mark(key("1"), WorkPriority.NORMAL, "test");
          status.setRollbackOnly();
        });

    assertThat(node.list.find(key("1"))).isEmpty();
  }

  @Test
  void finishesEveryKeyAndForgetsIt() {
    node.run("products", 4, (key, attempts, priority) -> new Ending.Done());
    node.list.markAll(
        "products",
        "main",
        IntStream.range(0, 500).mapToObj(String::valueOf).toList(),
        WorkPriority.NORMAL,
        "test");

    await().atMost(SOON).untilAsserted(() -> assertThat(products().done()).isEqualTo(500));
    assertThat(products().waiting()).isZero();
  }

  @Test
  void runsAKeyOnceMoreThatIsMarkedWhileItIsWorkedOn() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch marked = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();
    node.run(
        "products",
        2,
        (key, attempts, priority) -> {
          runs.incrementAndGet();
          begun.countDown();
          awaitLatch(marked);
          return new Ending.Done();
        });
    node.list.mark(key("1"), WorkPriority.NORMAL, "first");
    begun.await();

    node.list.mark(key("1"), WorkPriority.NORMAL, "second");
    marked.countDown();

    await().atMost(SOON).untilAsserted(() -> assertThat(node.list.find(key("1"))).isEmpty());
    assertThat(runs).hasValue(2);
  }

  @Test
  void worksOnUrgentKeysFirst() {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    node.list.mark(key("low"), WorkPriority.LOW, "test");
    node.list.mark(key("normal"), WorkPriority.NORMAL, "test");
    node.list.mark(key("urgent"), WorkPriority.URGENT, "test");

    node.run(
        "products",
        1,
        (key, attempts, priority) -> {
          order.add(key.key());
          return new Ending.Done();
        });

    await().atMost(SOON).untilAsserted(() -> assertThat(order).hasSize(3));
    assertThat(order).containsExactly("urgent", "normal", "low");
  }

  @Test
  void triesAgainAndGivesUpAfterTheLastTry() {
    List<Integer> tries = Collections.synchronizedList(new ArrayList<>());
    node.run(
        "products",
        1,
        (key, attempts, priority) -> {
          tries.add(attempts);
          return new Ending.Retry(REASON, Duration.ofMillis(5), 2, Duration.ofSeconds(1), 3);
        });

    node.list.mark(key("1"), WorkPriority.NORMAL, "test");

    await().atMost(SOON).untilAsserted(() -> assertThat(products().dead()).isEqualTo(1));
    assertThat(tries).containsExactly(0, 1, 2);
    assertThat(node.list.holds(10)).extracting(WorkHold::state).containsExactly("dead");
  }

  @Test
  void wakesAHeldKeyWhenItIsMarked() {
    Map<String, Integer> runs = new ConcurrentHashMap<>();
    node.run(
        "products",
        1,
        (key, attempts, priority) ->
            runs.merge(key.key(), 1, Integer::sum) == 1
                ? new Ending.Held(Hold.of(REASON, Release.ERP_CHANGE))
                : new Ending.Done());
    node.list.mark(key("1"), WorkPriority.NORMAL, "test");
    await().atMost(SOON).untilAsserted(() -> assertThat(products().held()).isEqualTo(1));
    assertThat(node.list.holds(10).get(0).reason()).isEqualTo(REASON);

    node.list.mark(key("1"), WorkPriority.NORMAL, "ERP row changed");

    await().atMost(SOON).untilAsserted(() -> assertThat(node.list.find(key("1"))).isEmpty());
  }

  @Test
  void releasesTheFirstKeysOfAQuota() {
    node.run(
        "products",
        1,
        (key, attempts, priority) ->
            priority > 60
                ? new Ending.Held(new Hold(REASON, Release.QUOTA, null, 90))
                : new Ending.Held(new Hold(REASON, Release.QUOTA, null, 10)));
    node.list.mark(key("late"), 50, "test");
    node.list.mark(key("early"), 70, "test");
    await().atMost(SOON).untilAsserted(() -> assertThat(products().held()).isEqualTo(2));
    node.started.get(0).stop();

    assertThat(node.list.waitingFor(Release.QUOTA, "main")).isEqualTo(2);
    assertThat(node.list.release(Release.QUOTA, "main", 1)).isEqualTo(1);

    assertThat(node.list.find(key("early")).orElseThrow().state()).isEqualTo("waiting");
    assertThat(node.list.find(key("late")).orElseThrow().state()).isEqualTo("held");
    node.started.clear();
  }

  @Test
  void pausesTheWholeFlowAndSendsOneKeyAheadAsAProbe() {
    AtomicInteger calls = new AtomicInteger();
    AtomicInteger works = new AtomicInteger();
    node.run(
        "products",
        1,
        (key, attempts, priority) -> {
          calls.incrementAndGet();
          return works.get() == 0
              ? new Ending.Paused(REASON, Duration.ofSeconds(1), Duration.ofSeconds(2))
              : new Ending.Done();
        });
    node.list.markAll("products", "main", List.of("1", "2", "3", "4", "5"), 50, "test");

    await().atMost(SOON).untilAsserted(() -> assertThat(products().paused()).isNotEmpty());
    assertThat(calls.get()).isLessThanOrEqualTo(2);
    works.set(1);

    await().atMost(SOON).untilAsserted(() -> assertThat(products().done()).isEqualTo(5));
    assertThat(products().paused()).isEmpty();
  }

  @Test
  void letsTwoNodesFinishAllKeysAndNeverOneKeyTwiceAtATime() {
    Set<String> inWork = ConcurrentHashMap.newKeySet();
    List<String> overlaps = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger finished = new AtomicInteger();
    WorkRunner.Worker worker =
        (key, attempts, priority) -> {
          if (!inWork.add(key.key())) {
            overlaps.add(key.key());
          }
          finished.incrementAndGet();
          inWork.remove(key.key());
          return new Ending.Done();
        };
    node.run("products", 4, worker);
    node().run("products", 4, worker);

    node.list.markAll(
        "products", "main", IntStream.range(0, 400).mapToObj(String::valueOf).toList(), 50, "test");

    await().atMost(SOON).untilAsserted(() -> assertThat(products().waiting()).isZero());
    assertThat(overlaps).isEmpty();
    assertThat(finished).hasValue(400);
  }

  @Test
  void losesNoMarkMadeWhileWorkersFinish() throws Exception {
    Map<String, Integer> wanted = new ConcurrentHashMap<>();
    Map<String, Integer> known = new ConcurrentHashMap<>();
    node.run(
        "products",
        4,
        (key, attempts, priority) -> {
          known.put(key.key(), wanted.get(key.key()));
          return new Ending.Done();
        });
    List<Thread> writers = new ArrayList<>();
    for (int writer = 0; writer < 4; writer++) {
      writers.add(
          new Thread(
              () -> {
                for (int i = 0; i < 100; i++) {
                  String name = String.valueOf(i % 7);
                  wanted.merge(name, 1, Integer::sum);
                  node.list.mark(key(name), WorkPriority.NORMAL, "test");
                }
              }));
    }
    writers.forEach(Thread::start);
    for (Thread writer : writers) {
      writer.join();
    }

    await().atMost(SOON).untilAsserted(() -> assertThat(products().waiting()).isZero());
    assertThat(known).isEqualTo(wanted);
  }

  @Test
  void keepsTheKeysOfAFlowThatNobodyWorksOn() {
    node.list.mark(new WorkKey("orders", "main", "1"), WorkPriority.URGENT, "test");
    node.run("products", 1, (key, attempts, priority) -> new Ending.Done());
    node.list.mark(key("1"), WorkPriority.NORMAL, "test");
    await().atMost(SOON).untilAsserted(() -> assertThat(products().done()).isEqualTo(1));

    AtomicInteger orders = new AtomicInteger();
    node.run(
        "orders",
        1,
        (key, attempts, priority) -> {
          orders.incrementAndGet();
          return new Ending.Done();
        });

    await().atMost(SOON).untilAsserted(() -> assertThat(orders).hasValue(1));
  }

  @Test
  void replaysDeadKeys() {
    AtomicInteger runs = new AtomicInteger();
    node.run(
        "products",
        1,
        (key, attempts, priority) ->
            runs.incrementAndGet() == 1 ? new Ending.Dead(REASON, "") : new Ending.Done());
    node.list.mark(key("1"), WorkPriority.NORMAL, "test");
    await().atMost(SOON).untilAsserted(() -> assertThat(products().dead()).isEqualTo(1));

    assertThat(node.list.replay("products", null)).isEqualTo(1);

    await().atMost(SOON).untilAsserted(() -> assertThat(node.list.find(key("1"))).isEmpty());
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
