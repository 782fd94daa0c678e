package com.wechaterp.hub.erp;

import com.wechaterp.hub.store.HubThreads;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Breaks the connections of whatever waits for the ERP too long, so that no silence, and no answer
 * that trickles, keeps a worker or the hub's stop. No thread is interrupted.
 */
final class ErpWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ErpWatch.class);
  private static final String NAME = "erp-watch";
  private static final long LOOK_EVERY_MS = 100;

  /** How long a stopping hub waits for the ERP. */
  private static final Duration AT_STOP = Duration.ofSeconds(5);

  private final Consumer<Connection> evict;
  private final Set<ErpWait> open = ConcurrentHashMap.newKeySet();
  private final ThreadLocal<ErpWait> mine = new ThreadLocal<>();
  private final ScheduledExecutorService clock = HubThreads.schedule(NAME);

  /** A driver may wait for the far side even to close, which must not hold the clock. */
  private final Executor breaker = task -> HubThreads.named(NAME).newThread(task).start();

  private boolean looking;
  private volatile boolean stopping;

  /**
   * Creates the watch.
   *
   * @param evict takes a connection out of its pool
   */
  ErpWatch(Consumer<Connection> evict) {
    this.evict = evict;
  }

  /** Begins a piece of work of this thread; one that is under way rests until it ends. */
  ErpWait begin(Duration limit) {
    ErpWait outer = mine.get();
    if (outer != null) {
      outer.rest();
    }
    ErpWait wait = new ErpWait(this, limit, outer);
    mine.set(wait);
    open.add(wait);
    look();
    return wait;
  }

  void end(ErpWait wait) {
    open.remove(wait);
    ErpWait outer = wait.outer();
    if (outer == null) {
      mine.remove();
    } else {
      mine.set(outer);
      outer.goOn();
    }
  }

  /** Returns the work of this thread, null if there is none. */
  @Nullable ErpWait current() {
    return mine.get();
  }

  /** Notes which connection this thread's work waits on. */
  Connection watched(Connection connection) {
    ErpWait wait = mine.get();
    if (wait != null) {
      wait.uses(connection);
    }
    return connection;
  }

  /** From now on nothing waits long: the hub stops. */
  void hurry() {
    stopping = true;
  }

  boolean stopping() {
    return stopping;
  }

  private synchronized void look() {
    if (!looking) {
      looking = true;
      clock.scheduleWithFixedDelay(
          this::breakLong, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }
  }

  private void breakLong() {
    for (ErpWait wait : open) {
      if (wait.isLonger(longest(wait.limit()))) {
        wait.giveUp().forEach(connection -> breaker.execute(() -> abort(connection)));
      }
    }
  }

  /** A statement that reached its limit is cancelled first, which leaves the connection whole. */
  private Duration longest(Duration limit) {
    long grace = Math.max(1000, Math.min(5000, limit.toMillis() / 5));
    Duration longest = limit.plusMillis(grace);
    return stopping && longest.compareTo(AT_STOP) > 0 ? AT_STOP : longest;
  }

  private void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.debug("A connection to the ERP could not be broken", e);
    }
    evict.accept(connection);
  }

  @Override
  public void close() {
    clock.shutdown();
  }
}
