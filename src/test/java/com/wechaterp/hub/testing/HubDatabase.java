package com.wechaterp.hub.testing;

import com.wechaterp.hub.store.StoreConfiguration;
import com.wechaterp.hub.store.StoreOf;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** A hub database with all migrations, on H2 or on MariaDB. */
public final class HubDatabase {

  private static final String H2 =
      ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";

  private HubDatabase() {}

  /** Returns a new database in memory. */
  public static HikariDataSource h2() {
    return migrated("jdbc:h2:mem:" + UUID.randomUUID() + H2 + ";DB_CLOSE_DELAY=-1", "sa");
  }

  /** Returns a new database in a file, where each commit is written at once. */
  public static HikariDataSource h2(Path folder) {
    return migrated("jdbc:h2:file:" + folder.resolve("hub") + H2 + ";WRITE_DELAY=0", "sa");
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
