package com.wechaterp.hub.schedule;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;

/** Lets Quartz take its connections from the hub's pool, which the hub opens and closes. */
final class QuartzConnections implements ConnectionProvider {

  private final DataSource dataSource;

  QuartzConnections(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return dataSource.getConnection();
  }

  @Override
  public void initialize() {
    // The pool is open.
  }

  @Override
  public void shutdown() {
    // The pool closes with the hub.
  }
}
