package com.wechaterp.hub.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every database must make of several hubs and several flows. */
abstract class WorkNodesContract extends WorkFixture {

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
    another().run("products", 4, worker);

    node.list.markAll(
        "products", "main", IntStream.range(0, 400).mapToObj(String::valueOf).toList(), 50, "test");

    await().atMost(SOON).untilAsserted(() -> assertThat(node.products().waiting()).isZero());
    assertThat(overlaps).isEmpty();
    assertThat(finished).hasValue(400);
  }

  @Test
  void keepsTheKeysOfAFlowThatNobodyWorksOn() {
    node.list.mark(new WorkKey("orders", "main", "1"), WorkPriority.URGENT, "test");
    node.run("products", 1, (key, attempts, priority) -> new Ending.Done());
    node.mark("1");
    await().atMost(SOON).untilAsserted(() -> assertThat(node.products().done()).isEqualTo(1));

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
}
