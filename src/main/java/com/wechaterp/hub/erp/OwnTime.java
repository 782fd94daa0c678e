package com.wechaterp.hub.erp;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.Objects;
import org.springframework.jdbc.core.ConnectionCallback;

/** What time it is in the ERP's database for those who, unlike the hub, set no zone. */
public final class OwnTime {

  private OwnTime() {}

  /**
   * Asks the database.
   *
   * @param place what asks, for errors
   */
  public static LocalDateTime of(ErpDatabase database, String place) {
    ConnectionCallback<LocalDateTime> ask =
        connection -> database.mysql() ? withoutZone(connection) : now(connection);
    return database.run(
        place, () -> Objects.requireNonNull(database.template().getJdbcOperations().execute(ask)));
  }

  private static LocalDateTime withoutZone(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET @hub_zone = @@session.time_zone, time_zone = DEFAULT");
      try {
        return now(connection);
      } finally {
        statement.execute("SET time_zone = @hub_zone");
      }
    }
  }

  private static LocalDateTime now(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT CURRENT_TIMESTAMP")) {
      rows.next();
      return rows.getObject(1, LocalDateTime.class);
    }
  }
}
