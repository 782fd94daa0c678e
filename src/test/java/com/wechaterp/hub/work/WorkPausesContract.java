package com.wechaterp.hub.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.store.UtcTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every database must make of a flow whose far side is down. */
abstract class WorkPausesContract extends WorkFixture {

  @Test
  void pausesAFlowAndSendsOneKeyAheadAsAProbe() {
    AtomicInteger calls = new AtomicInteger();
    AtomicInteger works = new AtomicInteger();
    node.run(
        "products",
        1,
        (key, attempts, priority) -> {
          calls.incrementAndGet();
          return works.get() == 0
              ? new Ending.Paused(REASON, Duration.ofSeconds(1), Duration.ofSeconds(2), "")
              : new Ending.Done();
        });
    node.list.markAll("products", "main", List.of("1", "2", "3", "4", "5"), 50, "test");

    await().atMost(SOON).untilAsserted(() -> assertThat(node.products().paused()).isNotEmpty());
    assertThat(calls.get()).isLessThanOrEqualTo(2);
    works.set(1);

    await().atMost(SOON).untilAsserted(() -> assertThat(node.products().done()).isEqualTo(5));
    assertThat(node.products().paused()).isEmpty();
  }

  @Test
  void letsTheOtherAccountsOfAPausedFlowGoOn() {
    AtomicInteger calls = new AtomicInteger();
    node.run("products", 2, (key, attempts, priority) -> pausesFor("wrong", key, calls));
    node.markAll("wrong", keys(300));
    await().atMost(SOON).untilAsserted(() -> assertThat(node.products().paused()).isNotEmpty());

    node.markAll("main", keys(20));

    await().atMost(SOON).untilAsserted(() -> assertThat(node.products().done()).isEqualTo(20));
    assertThat(node.products().paused()).containsOnlyKeys("wrong");
    assertThat(calls.get()).isLessThanOrEqualTo(2);
  }

  @Test
  void picksTheKeysOfAPausedAccountOnceAndNotAgain() {
    AtomicInteger calls = new AtomicInteger();
    node.run("products", 2, (key, attempts, priority) -> pausesFor("wrong", key, calls));
    node.markAll("wrong", keys(1000));
    await().atMost(SOON).untilAsserted(() -> assertThat(node.products().paused()).isNotEmpty());

    node.markAll("wrong", keys(2000));

    await().atMost(SOON).untilAsserted(() -> assertThat(node.products().waiting()).isEqualTo(2000));
    // A key read as due just before the pause is still picked and put back, so only what stays the
    // same for a while is the end of it.
    AtomicLong picked = new AtomicLong();
    await()
        .during(Duration.ofSeconds(2))
        .atMost(SOON)
        .until(
            () -> {
              long now = picks("wrong");
              return picked.getAndSet(now) == now && due("wrong") == 0;
            });
    // What was in the workers' hands when the pause began is put back, the thousands behind it
    // rest.
    assertThat(picked.get()).isLessThan(100);
  }

  @Test
  void goesOnAtOnceWhenTheFarSideAnswersAnotherFlow() {
    AtomicInteger calls = new AtomicInteger();
    node.run("products", 1, (key, attempts, priority) -> waitsFor(FarSides.WECHAT, calls, 1));
    node.markAll("main", keys(5));
    await().atMost(SOON).untilAsserted(() -> assertThat(node.products().paused()).isNotEmpty());

    assertThat(node.heard(FarSides.ERP, "")).isEmpty();
    assertThat(node.heard(FarSides.WECHAT, "second")).isEmpty();
    assertThat(node.heard(FarSides.WECHAT, "main")).containsExactly("products");

    await().atMost(SOON).untilAsserted(() -> assertThat(node.products().done()).isEqualTo(5));
  }

  @Test
  void goesOnAtOnceWithTheOnlyKeyThatMetTheOutage() {
    AtomicInteger calls = new AtomicInteger();
    node.run("products", 1, (key, attempts, priority) -> waitsFor(FarSides.ERP, calls, 1));
    node.mark("1");
    await().atMost(SOON).untilAsserted(() -> assertThat(node.products().paused()).isNotEmpty());

    assertThat(node.heard(FarSides.ERP, "")).containsExactly("products");

    await().atMost(SOON).untilAsserted(() -> assertThat(node.products().done()).isEqualTo(1));
  }

  @Test
  void restsThoughOthersAreAnsweredWhereItWasWokenInVain() {
    AtomicInteger calls = new AtomicInteger();
    node.run("products", 1, (key, attempts, priority) -> waitsFor(FarSides.WECHAT, calls, 9));
    node.markAll("main", keys(5));
    await().atMost(SOON).untilAsserted(() -> assertThat(node.products().paused()).isNotEmpty());
    node.heard(FarSides.WECHAT, "main");
    await().atMost(SOON).untilAsserted(() -> assertThat(calls.get()).isEqualTo(2));
    await().atMost(SOON).until(() -> due("main") == 0);

    assertThat(node.heard(FarSides.WECHAT, "main")).isEmpty();
  }

  private static Ending waitsFor(String farSide, AtomicInteger calls, int failures) {
    return calls.incrementAndGet() <= failures
        ? new Ending.Paused(REASON, Duration.ofMinutes(5), Duration.ofMinutes(5), farSide)
        : new Ending.Done();
  }

  @Test
  void triesTheOthersAtOnceWhenOneOfThemGoesThrough() {
    AtomicInteger calls = new AtomicInteger();
    node.run(
        "products",
        1,
        (key, attempts, priority) ->
            calls.incrementAndGet() <= 5
                ? new Ending.Retry(
                    REASON,
                    key.key().equals("1") ? Duration.ofSeconds(2) : Duration.ofMinutes(5),
                    1,
                    Duration.ofMinutes(5),
                    9)
                : new Ending.Done());
    node.markAll("main", keys(5));

    await().atMost(SOON).untilAsserted(() -> assertThat(node.products().done()).isEqualTo(5));
    assertThat(calls.get()).isEqualTo(10);
  }

  private static Ending pausesFor(String account, WorkKey key, AtomicInteger calls) {
    if (!key.account().equals(account)) {
      return new Ending.Done();
    }
    calls.incrementAndGet();
    return new Ending.Paused(REASON, Duration.ofMinutes(5), Duration.ofMinutes(5), "");
  }

  private static List<String> keys(int count) {
    return IntStream.range(0, count).mapToObj(String::valueOf).toList();
  }

  private long due(String account) {
    return JdbcClient.create(dataSource)
        .sql(
            "SELECT COUNT(*) FROM scheduled_tasks WHERE task_instance LIKE ?"
                + " AND execution_time < ?")
        .params(account + "/%", UtcTimes.utc(Instant.now().plusSeconds(60)))
        .query(Long.class)
        .single();
  }

  /** Each pick and each putting back raises the version, which begins with 1. */
  private long picks(String account) {
    return JdbcClient.create(dataSource)
        .sql("SELECT SUM(version - 1) FROM scheduled_tasks WHERE task_instance LIKE ?")
        .param(account + "/%")
        .query(Long.class)
        .single();
  }
}
