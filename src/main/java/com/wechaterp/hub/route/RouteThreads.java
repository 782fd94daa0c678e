package com.wechaterp.hub.route;

import com.wechaterp.hub.store.UninterruptedPool;
import com.wechaterp.hub.store.UninterruptedSchedule;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultThreadPoolFactory;
import org.apache.camel.util.concurrent.SizedScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * The threads of all routes, whatever makes them: {@code threads}, {@code wireTap}, polls of files.
 *
 * <p>As Camel's own, but none is interrupted when its route does not stop in time: it may be in the
 * hub's database.
 */
final class RouteThreads extends DefaultThreadPoolFactory {

  private static final long KEEP_SECONDS = 60;

  @Override
  public ExecutorService newCachedThreadPool(ThreadFactory threads) {
    return new UninterruptedPool(
        0, Integer.MAX_VALUE, KEEP_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
  }

  @Override
  public ExecutorService newThreadPool(
      int core,
      int most,
      long keepAlive,
      TimeUnit unit,
      int queued,
      boolean coreTimesOut,
      RejectedExecutionHandler rejected,
      ThreadFactory threads) {
    boolean handsOver = queued <= 0;
    boolean one = core == 0 && handsOver;
    UninterruptedPool pool =
        new UninterruptedPool(
            one ? 1 : core,
            one ? 1 : most,
            keepAlive,
            unit,
            handsOver ? new SynchronousQueue<>() : new LinkedBlockingQueue<>(queued),
            threads);
    pool.allowCoreThreadTimeOut(coreTimesOut);
    pool.setRejectedExecutionHandler(orCaller(rejected));
    return pool;
  }

  @Override
  public ScheduledExecutorService newScheduledThreadPool(
      ThreadPoolProfile profile, ThreadFactory threads) {
    UninterruptedSchedule schedule =
        new UninterruptedSchedule(Objects.requireNonNull(profile.getPoolSize()), threads);
    schedule.setRejectedExecutionHandler(orCaller(profile.getRejectedExecutionHandler()));
    return Objects.requireNonNullElse(profile.getMaxPoolSize(), 0) > 0
        ? new SizedScheduledExecutorService(
            schedule, Objects.requireNonNullElse(profile.getMaxQueueSize(), 0))
        : schedule;
  }

  private static RejectedExecutionHandler orCaller(@Nullable RejectedExecutionHandler rejected) {
    return rejected == null ? new ThreadPoolExecutor.CallerRunsPolicy() : rejected;
  }
}
