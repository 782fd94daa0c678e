package com.wechaterp.hub.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What every database must make of marks. */
abstract class WorkMarksContract extends WorkFixture {

  @Test
  void coalescesMarksOfOneKey() {
    node.list.mark(WorkNode.key("1"), WorkPriority.NORMAL, "first");
    node.list.mark(WorkNode.key("1"), WorkPriority.LOW, "second");

    assertThat(node.products().waiting()).isEqualTo(1);
    assertThat(node.list.find(WorkNode.key("1")).orElseThrow().priority())
        .isEqualTo(WorkPriority.NORMAL);
  }

  @Test
  void tellsKeysApartByCase() {
    node.list.markAll("products", "main", List.of("a", "A"), WorkPriority.NORMAL, "test");

    assertThat(node.products().waiting()).isEqualTo(2);
  }

  @Test
  void marksNothingWhenTheTransactionRollsBack() {
    node.transaction()
        .executeWithoutResult(
            status -> {
              node.mark("1");
              status.setRollbackOnly();
            });

    assertThat(node.list.find(WorkNode.key("1"))).isEmpty();
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
    node.list.mark(WorkNode.key("1"), WorkPriority.NORMAL, "first");
    begun.await();

    node.list.mark(WorkNode.key("1"), WorkPriority.NORMAL, "second");
    marked.countDown();

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(node.list.find(WorkNode.key("1"))).isEmpty());
    assertThat(runs).hasValue(2);
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
                  node.list.mark(WorkNode.key(name), WorkPriority.NORMAL, "test");
                }
              }));
    }
    writers.forEach(Thread::start);
    for (Thread writer : writers) {
      writer.join();
    }

    await().atMost(SOON).untilAsserted(() -> assertThat(node.products().waiting()).isZero());
    assertThat(known).isEqualTo(wanted);
  }

  @Test
  void marksKeysOfWhichSomeAreThere() {
    node.markAll("main", keys(400).filter(i -> i % 3 == 0).mapToObj(String::valueOf).toList());

    node.list.markAll(
        "products",
        "main",
        keys(400).mapToObj(String::valueOf).toList(),
        WorkPriority.EVENT,
        "all");

    assertThat(node.products().waiting()).isEqualTo(400);
    WorkState there = node.list.find(WorkNode.key("0")).orElseThrow();
    assertThat(there.priority()).isEqualTo(WorkPriority.EVENT);
    assertThat(node.list.find(WorkNode.key("1")).orElseThrow().why()).isEqualTo("all");
    assertThat(node.scheduled()).isEqualTo(400);
  }

  @Test
  void countsManyMarksAtOnceAndUnrollsThemIntoTheList() {
    node.markAll("main", keys(1700).mapToObj(String::valueOf).toList());
    assertThat(node.products().waiting()).isEqualTo(1700);

    await().atMost(SOON).until(() -> node.spooled() == 0);

    assertThat(node.products().waiting()).isEqualTo(1700);
    assertThat(node.scheduled()).isEqualTo(1700);
  }

  @Test
  void unrollsWhatAStoppedHubLeft() {
    node.stop();
    node.markAll("main", keys(700).mapToObj(String::valueOf).toList());
    assertThat(node.scheduled()).isZero();

    another();

    await().atMost(SOON).until(() -> node.scheduled() == 700);
  }

  @Test
  void marksTheSameKeysFromManySidesAtOnce() throws Exception {
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    List<Thread> markers = new ArrayList<>();
    for (int marker = 0; marker < 4; marker++) {
      Thread thread =
          new Thread(
              () -> {
                node.markAll("main", keys(500).mapToObj(String::valueOf).toList());
                node.markAll("main", keys(2000).mapToObj(String::valueOf).toList());
              });
      thread.setUncaughtExceptionHandler((dead, failure) -> failures.add(failure));
      markers.add(thread);
    }
    another();
    markers.forEach(Thread::start);
    for (Thread marker : markers) {
      marker.join();
    }

    await().atMost(SOON).until(() -> node.spooled() == 0);
    assertThat(failures).isEmpty();
    assertThat(node.products().waiting()).isEqualTo(2000);
    assertThat(node.scheduled()).isEqualTo(2000);
  }

  private static IntStream keys(int count) {
    return IntStream.range(0, count);
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** However many keys wait, a look reads those it takes. */
  @Test
  void looksForDueKeysByTheirIndex() {
    String sql =
        new DueKeys(dataSource, "products").createSelectDueQuery("scheduled_tasks", 8, "", true);
    String plan =
        new JdbcTemplate(dataSource)
            .queryForList("EXPLAIN " + sql, false, LocalDateTime.now(ZoneOffset.UTC))
            .toString()
            .toLowerCase(Locale.ROOT);

    assertThat(plan).contains("scheduled_tasks_next").doesNotContain("filesort");
    assertThat(plan.contains("index sorted: ")).as("sorted in part only: %s", plan).isFalse();
  }
}
