package com.wechaterp.hub.erp;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work on the ERP, whose waits together have a limit; what the hub does meanwhile with
 * its own database does not count.
 */
final class ErpWait implements AutoCloseable {

  private static final long RESTING = 0;

  private final ErpWatch watch;
  private final Duration limit;
  private final @Nullable ErpWait outer;
  private final List<Connection> connections = new CopyOnWriteArrayList<>();
  private volatile long since;
  private volatile long waited;
  private volatile boolean broken;

  ErpWait(ErpWatch watch, Duration limit, @Nullable ErpWait outer) {
    this.watch = watch;
    this.limit = limit;
    this.outer = outer;
    goOn();
  }

  /** Returns how long it may take. */
  Duration limit() {
    return limit;
  }

  /** Returns the wait within which this one began. */
  @Nullable ErpWait outer() {
    return outer;
  }

  /** Returns whether its connections were broken because it took too long. */
  boolean broken() {
    return broken;
  }

  void uses(Connection connection) {
    connections.add(connection);
  }

  /** The hub is busy with something else. */
  void rest() {
    long begun = since;
    if (begun != RESTING) {
      waited += System.nanoTime() - begun;
      since = RESTING;
    }
  }

  void goOn() {
    // 0 stands for resting.
    since = System.nanoTime() | 1;
  }

  boolean isLonger(Duration most) {
    long begun = since;
    return begun != RESTING && waited + System.nanoTime() - begun > most.toNanos();
  }

  /** Returns the connections to break; one it gets later is given up at the next look. */
  List<Connection> giveUp() {
    broken = true;
    List<Connection> given = List.copyOf(connections);
    connections.removeAll(given);
    return given;
  }

  @Override
  public void close() {
    watch.end(this);
  }
}
