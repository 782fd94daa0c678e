package com.wechaterp.hub.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Loads a real ERP's dump, unchanged, into the MariaDB of the tests. */
public final class ErpDump {

  private ErpDump() {}

  /**
   * Loads {@code ../shared/erp/<name>} and returns its JDBC URL; skips the test if it is missing.
   */
  public static String load(String name) throws SQLException {
    FileSystemResource schema = new FileSystemResource(Shared.path("erp/" + name + "/schema.sql"));
    FileSystemResource data = new FileSystemResource(Shared.path("erp/" + name + "/data.sql"));
    String url = MariaDb.createDatabase("erp_" + name);
    try (Connection connection = DriverManager.getConnection(url, "root", "")) {
      ScriptUtils.executeSqlScript(connection, schema);
      connection.setAutoCommit(false);
      ScriptUtils.executeSqlScript(connection, data);
      connection.commit();
    }
    return url;
  }
}
