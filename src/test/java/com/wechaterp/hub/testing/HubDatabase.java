package com.wechaterp.hub.testing;

import com.wechaterp.hub.store.StoreConfiguration;
import com.wechaterp.hub.store.StoreOf;
import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** A hub database with all migrations, on H2 or on MariaDB. */
public final class HubDatabase {

  private HubDatabase() {}

  /** Returns a new database in memory. */
  public static HikariDataSource h2() {
    return migrated(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1",
        "sa");
  }

  /** Returns a new database on the MariaDB of the tests. */
  public static HikariDataSource mariaDb() {
    return migrated(MariaDb.createDatabase("hub"), "root");
  }

  private static HikariDataSource migrated(String url, String user) {
    HikariDataSource dataSource = StoreOf.pool(url, user);
    dataSource.setMaximumPoolSize(20);
    Flyway.configure()
        .dataSource(dataSource)
        .placeholders(StoreConfiguration.placeholders(dataSource))
        .load()
        .migrate();
    return dataSource;
  }
}
