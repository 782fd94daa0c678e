package com.wechaterp.hub.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Tells the kinds of the hub's database apart. */
public final class Databases {

  private Databases() {}

  /** Returns whether a database is H2; otherwise it is MySQL or MariaDB. */
  public static boolean isH2(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().startsWith("H2");
    } catch (SQLException e) {
      throw new IllegalStateException("The hub's database cannot be reached: " + e.getMessage(), e);
    }
  }
}
