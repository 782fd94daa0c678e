package com.wechaterp.hub.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What must be known of the hub's own database where H2 and MySQL differ. */
public final class Databases {

  private Databases() {}

  /**
   * Returns whether the database is H2; otherwise it is MySQL or MariaDB.
   *
   * @throws IllegalStateException if it cannot be used
   */
  public static boolean isH2(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().startsWith("H2");
    } catch (SQLException e) {
      throw new IllegalStateException("The hub's database cannot be used: " + e.getMessage(), e);
    }
  }
}
