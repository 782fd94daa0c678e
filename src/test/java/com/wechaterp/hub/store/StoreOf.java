package com.wechaterp.hub.store;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The hub's own way to a database, for tests of other packages. */
public final class StoreOf {

  static final DatabaseProperties DEFAULTS =
      new DatabaseProperties(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(15),
          Duration.ofMinutes(2));

  private StoreOf() {}

  /** Returns connections as the hub has them; no password. */
  public static HikariDataSource pool(String url, String user) {
    return pool(url, user, DEFAULTS);
  }

  static HikariDataSource pool(String url, String user, DatabaseProperties limits) {
    return HubPool.of(where(url, user), limits);
  }

  static DataSourceProperties where(String url, String user) {
    DataSourceProperties where = new DataSourceProperties();
    where.setUrl(url);
    where.setUsername(user);
    where.setPassword("");
    return where;
  }

  public static RepeatingTransaction transaction(DataSource database) {
    return new RepeatingTransaction(new JdbcTransactionManager(database));
  }

  public static JdbcClient statements(DataSource database) {
    return JdbcClient.create(new RepeatingStatements(database));
  }
}
