package com.wechaterp.hub.erp;

import com.wechaterp.hub.erp.pack.KeyCheck;
import com.wechaterp.hub.erp.pack.RowWarnings;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
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

  /**
   * Streaming whole tables needs cursors: without them the driver reads every row into memory; and
   * a TINYINT(1) of legacy tables often holds more than yes and no.
   */
  private static final Map<String, String> MYSQL_OPTIONS =
      Map.of(
          "tinyInt1isBit",
          "false",
          "useCursorFetch",
          "true",
          "rewriteBatchedStatements",
          "true",
          "characterEncoding",
          "UTF-8");

  private final ErpProperties properties;
  private final ErpTroubles troubles;
  private @Nullable HikariDataSource dataSource;

  public ErpDatabase(ErpProperties properties) {
    this(properties, Language.EN);
  }

  ErpDatabase(ErpProperties properties, Language language) {
    this.properties = properties;
    this.troubles = new ErpTroubles(language);
  }

  /** Returns what is wrong with the ERP at this moment: that it is away, or refuses SQL. */
  public List<Problem> problems() {
    return troubles.now();
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

  /** Returns the URL without its options and its user, which may hold a password, for errors. */
  public String address() {
    return properties.url().replaceAll("[?;].*", "").replaceFirst("//.*@", "//");
  }

  /**
   * Runs a piece of work, telling database failures by what they ask.
   *
   * @param work what touches other databases too does so within {@link #elsewhere}
   */
  public <T> T run(String file, Supplier<T> work) {
    try {
      T result = ask(file, work);
      troubles.worked(file);
      return result;
    } catch (ErpException e) {
      troubles.failed(file, e);
      throw e;
    }
  }

  /** Runs a piece of work whose failure is nobody's trouble, such as a check. */
  <T> T ask(String file, Supplier<T> work) {
    try {
      return work.get();
    } catch (Elsewhere e) {
      throw e.failure;
    } catch (DataAccessException | TransactionException e) {
      throw ErpFailures.of(this, file, e);
    }
  }

  /** Runs what concerns the hub's own database, whose failures must not be blamed on the ERP. */
  public void elsewhere(Runnable work) {
    try {
      work.run();
    } catch (DataAccessException | TransactionException e) {
      throw new Elsewhere(e);
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
    JdbcTemplate template = new JdbcTemplate(dataSource());
    template.setFetchSize(FETCH);
    template.setQueryTimeout((int) properties.queryTimeout().toSeconds());
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

  private synchronized HikariDataSource dataSource() {
    HikariDataSource open = dataSource;
    if (open == null) {
      try {
        open = new HikariDataSource(config());
      } catch (RuntimeException e) {
        throw settingsWrong(e);
      }
      dataSource = open;
    }
    return open;
  }

  private HikariConfig config() {
    HikariConfig config = new HikariConfig();
    config.setPoolName("erp");
    config.setJdbcUrl(properties.url());
    config.setUsername(properties.username());
    config.setPassword(properties.password());
    config.setMaximumPoolSize(properties.poolSize());
    config.setConnectionTimeout(5000);
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1);
    if (properties.url().startsWith("jdbc:mysql:")) {
      MYSQL_OPTIONS.forEach(config::addDataSourceProperty);
    }
    return config;
  }

  /** No key can pass until the settings are mended, so that none may be given up for them. */
  private ErpException settingsWrong(RuntimeException failure) {
    // The sentences of pool and driver may repeat the URL with its password.
    String why = ErpFailures.reason(failure);
    String reason = properties.url().isEmpty() ? why : why.replace(properties.url(), address());
    return new ErpException(
        Problem.of(ErpFailures.SETTINGS, "url", address(), "error", reason),
        ErpException.Kind.PACK,
        NestedExceptionUtils.getMostSpecificCause(failure));
  }

  @Override
  public synchronized void close() {
    if (dataSource != null) {
      dataSource.close();
    }
  }
}
