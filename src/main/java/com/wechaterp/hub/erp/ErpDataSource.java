package com.wechaterp.hub.erp;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The ERP as steps such as {@code sql:} take it: opened when it is first needed. */
public final class ErpDataSource extends AbstractDataSource {

  private static final String PLACE = "sql:";

  private final Supplier<ErpDatabase> database;
  private final boolean readOnly;

  /**
   * Makes it.
   *
   * @param database asked for with the first connection, so that a route that is only tried needs
   *     none
   * @param readOnly whether nothing may be written, as in a dry run
   */
  public ErpDataSource(Supplier<ErpDatabase> database, boolean readOnly) {
    this.database = database;
    this.readOnly = readOnly;
  }

  /**
   * Returns a connection.
   *
   * @throws ErpException if the ERP cannot be reached
   */
  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = database.get().connection(PLACE);
    if (readOnly) {
      connection.setReadOnly(true);
    }
    return connection;
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return getConnection();
  }
}
