package com.wechaterp.hub.work;

import com.wechaterp.hub.store.HubThreads;
import com.wechaterp.hub.store.UninterruptedPool;
import com.wechaterp.hub.store.UninterruptedSchedule;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The threads of one flow, of which db-scheduler would interrupt each when the flow stops.
 *
 * <p>A worker that is not done in time ends by itself, and the heartbeat of its key with the last
 * worker, so that nobody else takes the key meanwhile.
 */
final class WorkThreads {

  private final Heartbeat heartbeat;
  private final ExecutorService workers;
  private final ExecutorService polls;

  /**
   * Creates them.
   *
   * @param wake ends the pause between two looks for due keys
   */
  WorkThreads(String flow, int count, Runnable wake) {
    heartbeat = new Heartbeat(flow);
    workers =
        new UninterruptedPool(
            count,
            count,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            HubThreads.named("work-" + flow)) {
          @Override
          protected void terminated() {
            heartbeat.end();
          }
        };
    polls =
        new UninterruptedPool(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            HubThreads.named("work-poll-" + flow)) {
          @Override
          public void shutdown() {
            super.shutdown();
            wake.run();
          }
        };
  }

  ExecutorService workers() {
    return workers;
  }

  ExecutorService polls() {
    return polls;
  }

  ScheduledExecutorService heartbeat() {
    return heartbeat;
  }

  /** Ends with the last worker, and not when it is told to. */
  private static final class Heartbeat extends UninterruptedSchedule {

    /** db-scheduler looks for dead keys with one thread and beats with another. */
    private static final int THREADS = 2;

    Heartbeat(String flow) {
      super(THREADS, HubThreads.named("work-heartbeat-" + flow));
    }

    void end() {
      super.shutdown();
    }

    @Override
    public void shutdown() {
      // The workers decide.
    }

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return true;
    }
  }
}
