package com.wechaterp.hub.cli;

import com.wechaterp.hub.store.UnusableDatabase;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.core.env.Environment;

/** Looks whether the hub's own database can be used, without creating it. */
final class DatabaseCheck {

  private static final String CHECK = "hub database";
  private static final String PREFIX = "spring.datasource.";
  private static final int H2_IN_USE = 90020;
  private static final int H2_NOT_THERE = 90146;

  private final Environment settings;

  DatabaseCheck(Environment settings) {
    this.settings = settings;
  }

  Finding finding() {
    String url = setting("url");
    String name = url.replaceAll("[;?].*", "");
    boolean h2 = url.startsWith("jdbc:h2:");
    try (Connection connection =
        DriverManager.getConnection(
            h2 ? url + ";IFEXISTS=TRUE" : url, setting("username"), setting("password"))) {
      DatabaseMetaData data = connection.getMetaData();
      String product = data.getDatabaseProductName() + " " + data.getDatabaseProductVersion();
      return Finding.good(CHECK, name + ", " + product, name + "，" + product);
    } catch (SQLException e) {
      if (h2 && e.getErrorCode() == H2_IN_USE) {
        return Finding.good(CHECK, name + " is open in a running hub", name + " 正由运行中的中台使用");
      }
      if (h2 && e.getErrorCode() == H2_NOT_THERE) {
        return Finding.good(CHECK, name + " is created at the first start", name + " 会在首次启动时创建");
      }
      return bad(url, e);
    } catch (OutOfMemoryError e) {
      return bad(url, e);
    }
  }

  private static Finding bad(String url, Throwable failure) {
    return Finding.bad(CHECK, new UnusableDatabase(url).problem(failure).orElseThrow());
  }

  private String setting(String name) {
    return settings.getProperty(PREFIX + name, "");
  }
}
