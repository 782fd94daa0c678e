package com.wechaterp.hub.store;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Commits one row of its own, on a connection of its own: it neither waits for the pool nor for
 * another's lock.
 */
class CommitProbe implements AutoCloseable {

  private static final int TIMEOUT_SECONDS = 5;
  private static final Duration KEEP = Duration.ofDays(1);

  private final String url;
  private final Properties properties = new Properties();
  private final String node = UUID.randomUUID().toString();
  private @Nullable Connection connection;

  CommitProbe(HikariConfig pool) {
    this.url = pool.getJdbcUrl();
    properties.putAll(pool.getDataSourceProperties());
    properties.setProperty("user", Objects.requireNonNullElse(pool.getUsername(), ""));
    properties.setProperty("password", Objects.requireNonNullElse(pool.getPassword(), ""));
    if (!isH2()) {
      String millis = String.valueOf(Duration.ofSeconds(TIMEOUT_SECONDS).toMillis());
      properties.setProperty("connectTimeout", millis);
      properties.setProperty("socketTimeout", millis);
    }
  }

  boolean isH2() {
    return url.startsWith("jdbc:h2:");
  }

  /** Returns whether the database is a file that this process alone has open. */
  boolean isFile() {
    return isH2() && !url.startsWith("jdbc:h2:mem:") && !url.startsWith("jdbc:h2:tcp:");
  }

  /** Commits, on a new connection if there is none. */
  void commit() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = DriverManager.getConnection(url, properties);
      connection = open;
      open.setAutoCommit(true);
      update(open, "DELETE FROM database_probe WHERE seen_at < ?", utc(Instant.now().minus(KEEP)));
    }
    Object now = utc(Instant.now());
    if (update(open, "UPDATE database_probe SET seen_at = ? WHERE node = ?", now, node) == 0) {
      update(open, "INSERT INTO database_probe (seen_at, node) VALUES (?, ?)", now, node);
    }
  }

  private static Object utc(Instant time) {
    return UtcTimes.utc(time);
  }

  private static int update(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout(TIMEOUT_SECONDS);
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    }
  }

  /** Lets the next commit open a new connection. */
  @Override
  public void close() {
    Connection open = connection;
    connection = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (SQLException e) {
      // It was broken; what matters is the next one.
    }
  }
}
