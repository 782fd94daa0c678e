package com.wechaterp.hub.erp;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;

/** Lets a database look at a statement without running it. */
final class Preparing {

  private Preparing() {}

  /**
   * Prepares a statement with named parameters.
   *
   * @throws org.springframework.dao.DataAccessException if the database cannot
   */
  static void prepare(
      NamedParameterJdbcTemplate template,
      boolean mysql,
      String statement,
      Map<String, ? extends @Nullable Object> values) {
    ParsedSql parsed = NamedParameterUtils.parseSqlStatement(statement);
    String sql =
        NamedParameterUtils.substituteNamedParameters(parsed, new MapSqlParameterSource(values));
    ConnectionCallback<Boolean> prepare =
        connection -> {
          if (mysql) {
            atServer(connection, sql);
          } else {
            connection.prepareStatement(sql).close();
          }
          return true;
        };
    template.getJdbcOperations().execute(prepare);
  }

  /** MySQL's driver turns to preparing by itself, and says nothing, where the server refuses. */
  private static void atServer(Connection connection, String sql) throws SQLException {
    try (PreparedStatement text = connection.prepareStatement("SET @hub_statement = ?");
        Statement prepare = connection.createStatement()) {
      text.setString(1, sql);
      text.execute();
      prepare.execute("PREPARE hub_statement FROM @hub_statement");
      prepare.execute("DEALLOCATE PREPARE hub_statement");
    }
  }
}
