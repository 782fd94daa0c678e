package com.wechaterp.hub.store;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits every few seconds and whenever something failed, so that everybody knows whether the
 * hub's database works, and opens an H2 file again that closed itself.
 *
 * <p>H2 closes its store at the first failed write and stays closed for the connections it has; a
 * new connection opens the file anew, as after a killed process.
 */
final class DatabaseWatch implements Runnable {

  /** The exit code of a hub whose H2 file cannot be opened again; a supervisor restarts it. */
  static final int LOST = 3;

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration DOWN_EVERY = Duration.ofSeconds(1);
  private static final Duration LEAST = Duration.ofMillis(100);

  /** How often a file is tried at once that this process still holds a lock of. */
  private static final int ATTEMPTS = 5;

  private final HikariDataSource pool;
  private final CommitProbe probe;
  private final DatabaseState state;
  private final Clock clock;
  private final Duration patience;
  private final IntConsumer exit;
  private final Language language;
  private boolean told;
  private @Nullable Instant lockedSince;
  private volatile boolean stopped;

  /**
   * Creates it.
   *
   * @param patience how long an H2 file may stay closed that is not on a full disk
   * @param exit ends the hub with an exit code
   */
  DatabaseWatch(
      HikariDataSource pool,
      DatabaseState state,
      Clock clock,
      Duration patience,
      IntConsumer exit,
      Language language) {
    this.pool = pool;
    this.probe = new CommitProbe(pool);
    this.state = state;
    this.clock = clock;
    this.patience = patience;
    this.exit = exit;
    this.language = language;
  }

  @Override
  public void run() {
    try {
      while (!stopped) {
        look();
        Thread.sleep(LEAST.toMillis());
        state.awaitDoubt((state.outage().isPresent() ? DOWN_EVERY : EVERY).toMillis());
      }
    } catch (InterruptedException e) {
      LOG.debug("The watch ends", e);
    } finally {
      probe.close();
    }
  }

  void stop() {
    stopped = true;
    state.doubt();
  }

  private void look() {
    try {
      probe.commit();
      works();
    } catch (SQLException | RuntimeException | OutOfMemoryError e) {
      lookAgain(e);
    }
  }

  /** What failed may be this one connection, or the file may only have to be opened again. */
  private void lookAgain(Throwable first) {
    probe.close();
    if (probe.isFile() && StoreFailures.isClosed(first) && state.outage().isEmpty()) {
      dropConnections();
      state.fails(first);
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        probe.commit();
        works();
        return;
      } catch (SQLException | RuntimeException | OutOfMemoryError e) {
        probe.close();
        if (!StoreFailures.isOwnLock(e)) {
          fails(e);
          return;
        }
        letGoOfTheFile();
      }
    }
    staysLocked(first);
  }

  /**
   * A store that closed itself on a failed write can leave its lock of the file behind in this
   * process; Java forgets the lock when it collects the store, which nothing else would make it do
   * soon.
   */
  private void letGoOfTheFile() {
    dropConnections();
    System.gc();
  }

  private void works() {
    if (state.outage().isPresent()) {
      // Those from before the outage belong to a store that is closed, or to a server that went.
      dropConnections();
    }
    DatabaseOutage ended = state.works();
    told = false;
    lockedSince = null;
    if (ended != null) {
      Duration lasted = Duration.between(ended.since(), clock.instant());
      LOG.warn(
          Problem.of("hub-database-back", "seconds", lasted.toSeconds(), "reason", ended.reason())
              .sentence(language));
    }
  }

  private void fails(Throwable failure) {
    lockedSince = null;
    DatabaseOutage outage = tell(failure);
    if (!outage.full()) {
      endAfter(outage.since(), outage);
    }
  }

  /** That the file is still locked says nothing of why it was closed; what failed first may. */
  private void staysLocked(Throwable first) {
    if (lockedSince == null) {
      lockedSince = clock.instant();
    }
    endAfter(lockedSince, tell(first));
  }

  private DatabaseOutage tell(Throwable failure) {
    DatabaseOutage outage = state.fails(failure);
    if (!told) {
      told = true;
      dropConnections();
      LOG.error(outage.problem().sentence(language));
    }
    return outage;
  }

  /** Ends the hub if its file stays closed for longer than anybody should wait. */
  private void endAfter(Instant since, DatabaseOutage outage) {
    if (probe.isFile() && !stopped && since.plus(patience).isBefore(clock.instant())) {
      LOG.error(
          Problem.of("hub-database-lost", "reason", outage.reason(), "code", LOST)
              .sentence(language));
      stopped = true;
      exit.accept(LOST);
    }
  }

  private void dropConnections() {
    HikariPoolMXBean connections = pool.getHikariPoolMXBean();
    if (connections != null) {
      connections.softEvictConnections();
    }
  }
}
