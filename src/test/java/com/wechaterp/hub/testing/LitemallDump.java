package com.wechaterp.hub.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The litemall dump, with the one table its orders refer to and the dump leaves out. */
public final class LitemallDump {

  private LitemallDump() {}

  /** Loads the dump and returns its JDBC URL; skips the test if it is missing. */
  public static String load() throws SQLException {
    String url = ErpDump.load("litemall");
    try (Connection connection = DriverManager.getConnection(url, "root", "")) {
      // As litemall declares it, without the columns nobody reads here.
      connection
          .createStatement()
          .execute(
              "CREATE TABLE litemall_user ("
                  + "id int(11) NOT NULL AUTO_INCREMENT, "
                  + "username varchar(63) NOT NULL, "
                  + "weixin_openid varchar(63) NOT NULL DEFAULT '', "
                  + "PRIMARY KEY (id), UNIQUE KEY user_name (username)"
                  + ") ENGINE=InnoDB DEFAULT CHARSET=utf8mb4");
    }
    return url;
  }
}
