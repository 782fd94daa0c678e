package com.wechaterp.hub.store;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The connections to the hub's own database, on which no wait is without a limit: a firewall may
 * forget a connection, and then neither end ever hears of the other.
 */
final class HubPool {

  /** The pool looks at idle connections twice as often as the server closes them. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

  private static final Duration SERVER_CLOSES_IDLE = KEEP_ALIVE.multipliedBy(2);

  /** A statement of a migration may work through a whole large table. */
  private static final Duration MIGRATION = Duration.ofHours(1);

  private HubPool() {}

  /** Returns a pool with limits; what the URL says itself stands. */
  static HikariDataSource of(DataSourceProperties where, DatabaseProperties limits) {
    HikariDataSource pool =
        where.initializeDataSourceBuilder().type(HikariDataSource.class).build();
    pool.setPoolName("hub");
    pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    pool.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
    pool.setValidationTimeout(Duration.ofSeconds(3).toMillis());
    if (isMySql(where.determineUrl())) {
      pool.setKeepaliveTime(KEEP_ALIVE.toMillis());
      pool.setConnectionInitSql(session(limits));
      network(where.determineUrl(), limits.connectTimeout(), limits.answerTimeout())
          .forEach(pool::addDataSourceProperty);
    }
    return pool;
  }

  /** Returns what migrations run on: the pool, except where its limits would end them. */
  static DataSource forMigrations(
      DataSource pool, DataSourceProperties where, DatabaseProperties limits) {
    if (!isMySql(where.determineUrl())) {
      return pool;
    }
    Properties options = new Properties();
    options.putAll(network(where.determineUrl(), limits.connectTimeout(), MIGRATION));
    DriverManagerDataSource apart = new DriverManagerDataSource(where.determineUrl(), options);
    apart.setUsername(where.determineUsername());
    apart.setPassword(where.determinePassword());
    return apart;
  }

  static boolean isMySql(String url) {
    return url.startsWith("jdbc:mysql:") || url.startsWith("jdbc:mariadb:");
  }

  private static Map<String, String> network(String url, Duration connect, Duration answer) {
    Map<String, String> options = new HashMap<>();
    options.put("connectTimeout", String.valueOf(connect.toMillis()));
    options.put("socketTimeout", String.valueOf(answer.toMillis()));
    options.put("tcpKeepAlive", "true");
    options
        .keySet()
        .removeIf(
            each -> url.toLowerCase(Locale.ROOT).contains(each.toLowerCase(Locale.ROOT) + "="));
    return options;
  }

  /**
   * Each server reads what it knows: a comment that begins with {@code M!} is for MariaDB, one with
   * a version of MySQL for MySQL (MariaDB Knowledge Base, "Comment Syntax").
   */
  private static String session(DatabaseProperties limits) {
    return String.format(
        Locale.ROOT,
        "SET SESSION innodb_lock_wait_timeout = %d, wait_timeout = %d"
            + " /*M! , idle_transaction_timeout = %d, max_statement_time = %d */"
            + " /*!50708 , max_execution_time = %d */",
        limits.lockWait().toSeconds(),
        SERVER_CLOSES_IDLE.toSeconds(),
        limits.idleLimit().toSeconds(),
        limits.statementLimit().toSeconds(),
        limits.statementLimit().toMillis());
  }
}
