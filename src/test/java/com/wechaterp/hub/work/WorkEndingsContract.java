package com.wechaterp.hub.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every database must make of how the work on a key ends. */
abstract class WorkEndingsContract extends WorkFixture {

  @Test
  void finishesEveryKeyAndForgetsIt() {
    node.run("products", 4, (key, attempts, priority) -> new Ending.Done());
    node.list.markAll(
        "products",
        "main",
        IntStream.range(0, 500).mapToObj(String::valueOf).toList(),
        WorkPriority.NORMAL,
        "test");

    await().atMost(SOON).untilAsserted(() -> assertThat(node.products().done()).isEqualTo(500));
    assertThat(node.products().waiting()).isZero();
  }

  @Test
  void worksOnUrgentKeysFirst() {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    node.list.mark(WorkNode.key("low"), WorkPriority.LOW, "test");
    node.list.mark(WorkNode.key("normal"), WorkPriority.NORMAL, "test");
    node.list.mark(WorkNode.key("urgent"), WorkPriority.URGENT, "test");

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

    node.mark("1");

    await().atMost(SOON).untilAsserted(() -> assertThat(node.products().dead()).isEqualTo(1));
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
    node.mark("1");
    await().atMost(SOON).untilAsserted(() -> assertThat(node.products().held()).isEqualTo(1));
    assertThat(node.list.holds(10).get(0).reason()).isEqualTo(REASON);

    node.list.mark(WorkNode.key("1"), WorkPriority.NORMAL, "ERP row changed");

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(node.list.find(WorkNode.key("1"))).isEmpty());
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
    node.list.mark(WorkNode.key("late"), 50, "test");
    node.list.mark(WorkNode.key("early"), 70, "test");
    await().atMost(SOON).untilAsserted(() -> assertThat(node.products().held()).isEqualTo(2));
    node.stop();

    assertThat(node.list.waitingFor(Release.QUOTA, "main")).isEqualTo(2);
    assertThat(node.list.release(Release.QUOTA, "main", 1)).isEqualTo(1);

    assertThat(node.list.find(WorkNode.key("early")).orElseThrow().state()).isEqualTo("waiting");
    assertThat(node.list.find(WorkNode.key("late")).orElseThrow().state()).isEqualTo("held");
  }

  @Test
  void releasesOnlyKeysWhoseReasonIsMeantOfAllFlowsAndAccounts() {
    Problem other = Problem.of("hub-unexpected", "key", "x");
    WorkRunner.Worker worker =
        (key, attempts, priority) ->
            switch (key.key()) {
              case "audit" -> new Ending.Held(Hold.of(REASON, Release.AUDIT));
              case "other" -> new Ending.Held(Hold.of(other, Release.ERP_CHANGE));
              default -> new Ending.Held(Hold.of(REASON, Release.ERP_CHANGE));
            };
    node.run("products", 1, worker);
    node.run("orders", 1, worker);
    List.of("audit", "other", "meant").forEach(node::mark);
    node.list.mark(new WorkKey("orders", "second", "meant"), WorkPriority.LOW, "test");
    await().atMost(SOON).until(() -> node.list.holds(10).size() == 4);
    node.stop();

    int woken =
        node.list.release(
            Set.of(Release.ERP_CHANGE, Release.CONFIG_CHANGE), reason -> reason.equals(REASON));

    assertThat(woken).isEqualTo(2);
    assertThat(node.list.holds(10))
        .extracting(hold -> hold.key().key())
        .containsExactlyInAnyOrder("audit", "other");
  }

  @Test
  void replaysDeadKeys() {
    AtomicInteger runs = new AtomicInteger();
    node.run(
        "products",
        1,
        (key, attempts, priority) ->
            runs.incrementAndGet() == 1 ? new Ending.Dead(REASON, "") : new Ending.Done());
    node.mark("1");
    await().atMost(SOON).untilAsserted(() -> assertThat(node.products().dead()).isEqualTo(1));

    assertThat(node.list.replay("products", null)).isEqualTo(1);

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(node.list.find(WorkNode.key("1"))).isEmpty());
  }
}
