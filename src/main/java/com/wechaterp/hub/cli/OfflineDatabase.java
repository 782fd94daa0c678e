package com.wechaterp.hub.cli;

import com.wechaterp.hub.store.StoreConfiguration;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An empty hub database in memory, made when somebody first asks something of it. */
final class OfflineDatabase extends AbstractDataSource {

  private static final String URL =
      "jdbc:h2:mem:offline;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
          + ";DB_CLOSE_DELAY=-1";

  private @Nullable DataSource made;

  @Override
  public Connection getConnection() throws SQLException {
    return database().getConnection();
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return getConnection();
  }

  private synchronized DataSource database() {
    DataSource database = made;
    if (database == null) {
      database = new DriverManagerDataSource(URL, "sa", "");
      Flyway.configure()
          .dataSource(database)
          .outOfOrder(true)
          .placeholders(StoreConfiguration.placeholders(database))
          .load()
          .migrate();
      made = database;
    }
    return database;
  }
}
