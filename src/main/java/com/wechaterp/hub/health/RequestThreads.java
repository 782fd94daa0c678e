package com.wechaterp.hub.health;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.threads.TaskQueue;
import org.apache.tomcat.util.threads.TaskThreadFactory;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;

/**
 * The server's threads, as Tomcat makes them, but a request that outlives the hub's patience at its
 * stop is not interrupted: it may be in the hub's database.
 */
final class RequestThreads extends ThreadPoolExecutor {

  private static final long KEEP_SECONDS = 60;

  private RequestThreads(int spare, int most, TaskQueue queue) {
    super(
        spare,
        most,
        KEEP_SECONDS,
        TimeUnit.SECONDS,
        queue,
        new TaskThreadFactory("http-", true, Thread.NORM_PRIORITY));
    queue.setParent(this);
  }

  /** Returns threads for so many requests at the same time, some of which are always there. */
  static RequestThreads of(int spare, int most) {
    return new RequestThreads(Math.min(spare, most), most, new TaskQueue());
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown();
    return List.of();
  }
}
