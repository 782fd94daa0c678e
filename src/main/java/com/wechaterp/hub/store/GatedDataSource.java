package com.wechaterp.hub.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Refuses at once while the hub's own file is known to be closed, so that nobody waits for it, and
 * the watch alone tries to open it.
 */
final class GatedDataSource extends DelegatingDataSource {

  private final DatabaseState state;

  GatedDataSource(DataSource pool, DatabaseState state) {
    super(pool);
    this.state = state;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Optional<DatabaseOutage> outage = state.outage();
    if (outage.isPresent()) {
      throw new DatabaseAwayException(outage.get());
    }
    return super.getConnection();
  }
}
