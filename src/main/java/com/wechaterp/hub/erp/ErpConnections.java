package com.wechaterp.hub.erp;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections whose waits end, and whose sessions speak in the zone of the pack. */
final class ErpConnections extends DelegatingDataSource {

  private final ErpWatch watch;
  private final SessionZone zone;

  ErpConnections(DataSource pool, ErpWatch watch, SessionZone zone) {
    super(pool);
    this.watch = watch;
    this.zone = zone;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = watch.watched(super.getConnection());
    try {
      zone.tell(connection);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
