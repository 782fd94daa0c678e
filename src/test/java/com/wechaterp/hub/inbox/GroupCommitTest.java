package com.wechaterp.hub.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ConcurrentLinkedQueue<List<Integer>> groups = new ConcurrentLinkedQueue<>();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private GroupCommit<Integer, Integer> doubling(Duration patience, CountDownLatch gate) {
    return new GroupCommit<>(
        items -> {
          groups.add(items);
          await().until(() -> gate.getCount() == 0);
          if (items.contains(-1)) {
            throw new IllegalArgumentException("-1");
          }
          return items.stream().map(item -> item * 2).toList();
        },
        item -> 1,
        patience);
  }

  @Test
  void takesAlongWhatArrivesMeanwhile() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    GroupCommit<Integer, Integer> commit = doubling(Duration.ofSeconds(20), gate);
    Future<Integer> first = threads.submit(() -> commit.submit(1));
    await().until(() -> groups.size() == 1);
    List<Future<Integer>> others =
        IntStream.range(2, 50).mapToObj(i -> threads.submit(() -> commit.submit(i))).toList();
    await().until(() -> commit.waiting() == 48);

    gate.countDown();

    assertThat(first.get()).isEqualTo(2);
    for (int i = 0; i < others.size(); i++) {
      assertThat(others.get(i).get()).isEqualTo((i + 2) * 2);
    }
    assertThat(groups).hasSize(2);
  }

  @Test
  void commitsEachOnceUnderLoad() {
    GroupCommit<Integer, Integer> commit = doubling(Duration.ofSeconds(20), new CountDownLatch(0));

    List<CompletableFuture<Integer>> all =
        IntStream.range(100, 5100)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> commit.submit(i), threads))
            .toList();

    IntStream.range(0, all.size())
        .forEach(i -> assertThat(all.get(i).join()).isEqualTo((i + 100) * 2));
    assertThat(groups.stream().flatMap(List::stream)).hasSize(5000).doesNotHaveDuplicates();
  }

  @Test
  void tellsAFailureToItsOwnGroupAndGoesOn() {
    GroupCommit<Integer, Integer> commit = doubling(Duration.ofSeconds(20), new CountDownLatch(0));

    assertThatThrownBy(() -> commit.submit(-1)).isInstanceOf(IllegalArgumentException.class);

    assertThat(commit.submit(14)).isEqualTo(28);
  }

  @Test
  void givesUpInTimeAndLeavesTheOthersALeader() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    GroupCommit<Integer, Integer> commit = doubling(Duration.ofMillis(50), gate);
    Future<Integer> first = threads.submit(() -> commit.submit(1));
    await().until(() -> groups.size() == 1);

    assertThatThrownBy(() -> commit.submit(2)).isInstanceOf(IllegalStateException.class);

    gate.countDown();
    assertThat(first.get()).isEqualTo(2);
    assertThat(commit.submit(3)).isEqualTo(6);
    assertThat(groups.stream().flatMap(List::stream)).doesNotContain(2);
  }
}
