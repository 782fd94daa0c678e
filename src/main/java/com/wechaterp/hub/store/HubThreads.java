package com.wechaterp.hub.store;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Makes the hub's own threads: named, uninterrupted, and none of them keeps a process alive. */
public final class HubThreads {

  private static final long KEEP_SECONDS = 60;

  private HubThreads() {}

  /** Returns a pool of so many threads. */
  public static ExecutorService fixed(String name, int threads) {
    return new UninterruptedPool(
        threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name));
  }

  /** Returns a pool with a thread for each task that runs. */
  public static ExecutorService cached(String name) {
    return new UninterruptedPool(
        0,
        Integer.MAX_VALUE,
        KEEP_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        named(name));
  }

  /** Returns one thread for what runs later or again and again. */
  public static ScheduledExecutorService schedule(String name) {
    return new UninterruptedSchedule(1, named(name));
  }

  /** Returns the maker of threads of a name. */
  public static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
