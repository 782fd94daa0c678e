package com.wechaterp.hub.store;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The same as {@link UninterruptedPool} for what runs later or again and again. */
public class UninterruptedSchedule extends ScheduledThreadPoolExecutor {

  /** Creates a schedule that so many threads work on. */
  public UninterruptedSchedule(int threads, ThreadFactory factory) {
    super(threads, factory);
    // What is not due yet when the hub stops is for the next start.
    setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public List<Runnable> shutdownNow() {
    List<Runnable> dropped = List.copyOf(getQueue());
    getQueue().clear();
    shutdown();
    return dropped;
  }

  @Override
  protected <V> RunnableScheduledFuture<V> decorateTask(
      Runnable task, RunnableScheduledFuture<V> future) {
    return new Turn<>(future);
  }

  @Override
  protected <V> RunnableScheduledFuture<V> decorateTask(
      Callable<V> task, RunnableScheduledFuture<V> future) {
    return new Turn<>(future);
  }

  /** One task with its times; called off, it ends after the turn it is in. */
  private record Turn<V>(RunnableScheduledFuture<V> future) implements RunnableScheduledFuture<V> {

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      return future.cancel(false);
    }

    @Override
    public boolean isPeriodic() {
      return future.isPeriodic();
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return future.getDelay(unit);
    }

    @Override
    public int compareTo(Delayed other) {
      return future.compareTo(other instanceof Turn<?> turn ? turn.future : other);
    }

    @Override
    public void run() {
      future.run();
    }

    @Override
    public boolean isCancelled() {
      return future.isCancelled();
    }

    @Override
    public boolean isDone() {
      return future.isDone();
    }

    @Override
    public V get() throws InterruptedException, ExecutionException {
      return future.get();
    }

    @Override
    public V get(long timeout, TimeUnit unit)
        throws InterruptedException, ExecutionException, TimeoutException {
      return future.get(timeout, unit);
    }
  }
}
