package com.wechaterp.hub.erp;

import com.wechaterp.hub.erp.pack.KeyCheck;
import com.wechaterp.hub.erp.pack.RowWarnings;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The connection to the merchant's database, opened when it is first needed. */
public class ErpDatabase implements AutoCloseable {

  private static final int FETCH = 1000;

  private final ErpProperties properties;
  private final ErpTroubles troubles;
  private final ErpFailures failures;
  private final ErpWatch watch = new ErpWatch(this::evict);
  private final SessionZone zone;
  private @Nullable HikariDataSource pool;
  private @Nullable DataSource dataSource;

  public ErpDatabase(ErpProperties properties) {
    this(properties, Language.EN);
  }

  ErpDatabase(ErpProperties properties, Language language) {
    this.properties = properties;
    this.troubles = new ErpTroubles(language);
    this.failures = new ErpFailures(properties);
    this.zone = new SessionZone(properties);
  }

  /** Returns what is wrong with the ERP at this moment: that it is away, or refuses SQL. */
  public List<Problem> problems() {
    return Stream.concat(troubles.now().stream(), zone.contradiction().stream()).toList();
  }

  /** Has sessions speak in the zone that is given there, null while there is none. */
  void inZone(Supplier<@Nullable ZoneId> given) {
    zone.of(given);
  }

  /** Has it told whenever the ERP answers. */
  void onAnswer(Runnable told) {
    troubles.onAnswer(told);
  }

  /** Tells the bad keys of a statement that was read to its end; those mended since are gone. */
  public void keysOfAll(KeyCheck check) {
    troubles.keys(check.file(), check.bad(), true);
  }

  /** Tells the bad keys of some rows; what was found in others stays told. */
  public void keysOfSome(KeyCheck check) {
    troubles.keys(check.file(), check.bad(), false);
  }

  /** Returns where it is told what the hub leaves out of rows. */
  RowWarnings warnings() {
    return troubles.warnings();
  }

  /** Returns whether the ERP's database speaks the protocol of MySQL. */
  boolean mysql() {
    return properties.mysql();
  }

  ErpFailures failures() {
    return failures;
  }

  /**
   * Runs a piece of work over many rows, which may wait for the ERP as long as {@code
   * hub.erp.query-timeout} in all; database failures are told by what they ask.
   *
   * @param work what touches other databases too does so within {@link #elsewhere}
   */
  public <T> T run(String file, Supplier<T> work) {
    return told(file, false, () -> ask(file, work));
  }

  /** Runs a piece of work over many rows whose failure is nobody's trouble, such as a check. */
  <T> T ask(String file, Supplier<T> work) {
    Duration limit = properties.queryTimeout();
    return within(limit, file, file, work, e -> failures.of(file, file, limit, e));
  }

  /**
   * Runs a piece of work on one key, which may take as long as {@code hub.erp.key-timeout} in all.
   *
   * <p>A failure that nobody knows is the row's if the statements are good.
   */
  <T> T runForKey(Asked asked, Supplier<T> work) {
    Duration limit = properties.keyTimeout();
    return told(
        asked.file(),
        true,
        () -> within(limit, asked.file(), asked.key(), work, e -> ofKey(asked, limit, e)));
  }

  private ErpException ofKey(Asked asked, Duration limit, RuntimeException failure) {
    if (failures.isKnown(failure) || failures.isOfProcedure(failure)) {
      return failures.of(asked.file(), asked.key(), limit, failure);
    }
    RuntimeException wrong = failures.isRefusal(failure) ? null : prepare(asked);
    return wrong == null
        ? failures.refused(asked, failure)
        : failures.of(asked.file(), asked.key(), limit, wrong);
  }

  /** Returns why the database cannot even prepare one of the statements, null if it can. */
  private @Nullable RuntimeException prepare(Asked asked) {
    try (ErpWait wait = watch.begin(properties.keyTimeout())) {
      asked
          .statements()
          .forEach(
              statement ->
                  Preparing.prepare(template(), properties.mysql(), statement, asked.values()));
      return null;
    } catch (DataAccessException e) {
      return e;
    }
  }

  /** What keeps one key busy is told with the key. */
  private <T> T told(String file, boolean oneKey, Supplier<T> work) {
    try {
      T result = work.get();
      troubles.worked(file);
      return result;
    } catch (ErpException e) {
      if (!watch.stopping() && !(oneKey && e.kind() == ErpException.Kind.BUSY)) {
        troubles.failed(file, e);
      }
      throw e;
    }
  }

  private <T> T within(
      Duration limit,
      String file,
      String subject,
      Supplier<T> work,
      Function<RuntimeException, ErpException> failure) {
    RuntimeException failed;
    boolean broken;
    try (ErpWait wait = watch.begin(limit)) {
      try {
        return work.get();
      } catch (Elsewhere e) {
        throw e.failure;
      } catch (DataAccessException | TransactionException e) {
        failed = e;
        broken = wait.broken();
      }
    }
    if (broken) {
      throw watch.stopping()
          ? failures.stopped(file, limit, failed)
          : failures.silent(file, limit, failed);
    }
    if (failures.isCrowded(failed)) {
      throw failures.crowded(file, subject);
    }
    ErpException told = failure.apply(failed);
    if (told.problem().code().equals(KnownFailure.READ_ONLY.code())) {
      // After a failover the old connections stay with a server that only reads.
      evictAll();
    }
    throw told;
  }

  /** Runs what concerns the hub's own database, whose failures must not be blamed on the ERP. */
  public void elsewhere(Runnable work) {
    ErpWait wait = watch.current();
    if (wait != null) {
      wait.rest();
    }
    try {
      work.run();
    } catch (DataAccessException | TransactionException e) {
      throw new Elsewhere(e);
    } finally {
      if (wait != null) {
        wait.goOn();
      }
    }
  }

  private static final class Elsewhere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RuntimeException failure;

    Elsewhere(RuntimeException failure) {
      super(failure);
      this.failure = failure;
    }
  }

  /** Returns a template with named parameters that streams its results. */
  public NamedParameterJdbcTemplate template() {
    ErpWait wait = watch.current();
    Duration limit = wait == null ? properties.queryTimeout() : wait.limit();
    JdbcTemplate template = new JdbcTemplate(dataSource());
    template.setFetchSize(FETCH);
    template.setQueryTimeout((int) Math.max(1, limit.toSeconds()));
    return new NamedParameterJdbcTemplate(template);
  }

  /** Returns a transaction of the ERP's database. */
  public TransactionTemplate transaction() {
    return new TransactionTemplate(new JdbcTransactionManager(dataSource()));
  }

  /**
   * Returns a connection of the pool, which the caller closes.
   *
   * @throws ErpException if the ERP cannot be reached
   */
  Connection connection(String place) {
    return run(
        place,
        () -> {
          try {
            return dataSource().getConnection();
          } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("The ERP gives no connection", e);
          }
        });
  }

  private synchronized DataSource dataSource() {
    DataSource open = dataSource;
    if (open == null) {
      HikariDataSource fresh;
      try {
        fresh = new HikariDataSource(ErpPool.config(properties));
      } catch (RuntimeException e) {
        throw failures.settings(e);
      }
      pool = fresh;
      open = new ErpConnections(fresh, watch, zone);
      zone.contradiction().ifPresent(troubles::warn);
      dataSource = open;
    }
    return open;
  }

  private void evict(Connection connection) {
    HikariDataSource open = pool;
    if (open != null) {
      open.evictConnection(connection);
    }
  }

  private void evictAll() {
    HikariDataSource open = pool;
    if (open != null && open.getHikariPoolMXBean() != null) {
      open.getHikariPoolMXBean().softEvictConnections();
    }
  }

  /** Lets nothing wait for the ERP for long from now on, since the hub stops. */
  void hurry() {
    watch.hurry();
  }

  @Override
  public synchronized void close() {
    watch.close();
    if (pool != null) {
      pool.close();
    }
  }
}
