package com.wechaterp.hub.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that may be in the hub's database at any time, so nobody interrupts them: an interrupt in
 * the middle of H2's file I/O closes its store.
 *
 * <p>Whoever ends the pool, however urgently, drops what has not begun and lets the rest end.
 */
public class UninterruptedPool extends ThreadPoolExecutor {

  /** Creates a pool; the parameters are those of {@link ThreadPoolExecutor}. */
  public UninterruptedPool(
      int core,
      int most,
      long keepAlive,
      TimeUnit unit,
      BlockingQueue<Runnable> queue,
      ThreadFactory threads) {
    super(core, most, keepAlive, unit, queue, threads);
  }

  @Override
  public List<Runnable> shutdownNow() {
    List<Runnable> dropped = new ArrayList<>();
    getQueue().drainTo(dropped);
    shutdown();
    return dropped;
  }

  @Override
  protected <T> RunnableFuture<T> newTaskFor(Callable<T> task) {
    return new UninterruptedTask<>(task);
  }

  @Override
  protected <T> RunnableFuture<T> newTaskFor(Runnable task, T result) {
    return new UninterruptedTask<>(task, result);
  }
}
