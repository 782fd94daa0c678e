package com.wechaterp.hub.inbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Lets what arrives at the same time share one commit.
 *
 * <p>There is no thread and no delay of its own: whoever arrives while nobody commits does it at
 * once, and what arrives meanwhile is taken along by the first that waits.
 *
 * @param <T> what arrives
 * @param <R> what becomes of it
 */
final class GroupCommit<T, R> {

  private static final int MOST = 128;
  private static final int HEAVIEST = 1 << 20;

  private static final class Waiting<T, R> {
    private final T item;
    private final CountDownLatch woken = new CountDownLatch(1);
    private boolean leads;
    private volatile @Nullable R result;
    private volatile @Nullable RuntimeException failure;

    Waiting(T item) {
      this.item = item;
    }
  }

  private final Function<List<T>, List<R>> commit;
  private final ToIntFunction<T> weight;
  private final Duration patience;
  private final Deque<Waiting<T, R>> queue = new ArrayDeque<>();
  private boolean led;

  /**
   * Creates it.
   *
   * @param commit makes a group durable and says, in its order, what became of each
   * @param weight how much of a group's room one takes
   * @param patience how long one waits for its group
   */
  GroupCommit(Function<List<T>, List<R>> commit, ToIntFunction<T> weight, Duration patience) {
    this.commit = commit;
    this.weight = weight;
    this.patience = patience;
  }

  /**
   * Returns what became of an item, once it is durable.
   *
   * @throws IllegalStateException if that took too long; it may become durable all the same
   */
  R submit(T item) {
    Waiting<T, R> mine = new Waiting<>(item);
    boolean first;
    synchronized (queue) {
      queue.add(mine);
      first = !led;
      led = true;
    }
    if (first || mustLead(mine)) {
      lead();
    }
    RuntimeException failure = mine.failure;
    if (failure != null) {
      throw failure;
    }
    R result = mine.result;
    if (result == null) {
      throw new IllegalStateException("It was not durable within " + patience);
    }
    return result;
  }

  /** Waits until the group is committed, or until it is this one's turn to commit the next. */
  private boolean mustLead(Waiting<T, R> mine) {
    boolean interrupted = false;
    try {
      mine.woken.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    synchronized (queue) {
      // Whoever gives up must neither be taken along nor leave the others without a leader.
      if (!mine.leads) {
        queue.remove(mine);
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      return mine.leads;
    }
  }

  /** Returns how many wait for the next group. */
  int waiting() {
    synchronized (queue) {
      return queue.size();
    }
  }

  private void lead() {
    List<Waiting<T, R>> group = take();
    try {
      List<R> results = commit.apply(group.stream().map(one -> one.item).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).result = results.get(i);
      }
    } catch (RuntimeException e) {
      group.forEach(one -> one.failure = e);
    } finally {
      handOver();
      group.forEach(one -> one.woken.countDown());
    }
  }

  private List<Waiting<T, R>> take() {
    synchronized (queue) {
      List<Waiting<T, R>> group = new ArrayList<>();
      int weighs = 0;
      while (!queue.isEmpty()
          && group.size() < MOST
          && (group.isEmpty() || weighs + weight.applyAsInt(queue.element().item) <= HEAVIEST)) {
        Waiting<T, R> next = queue.remove();
        weighs += weight.applyAsInt(next.item);
        group.add(next);
      }
      return group;
    }
  }

  private void handOver() {
    synchronized (queue) {
      Waiting<T, R> next = queue.peek();
      led = next != null;
      if (next != null) {
        next.leads = true;
        next.woken.countDown();
      }
    }
  }
}
