package com.wechaterp.hub.rehearsal.demo;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The demo shop's database: a MariaDB of its own where the program ships with one, H2 in MySQL mode
 * otherwise. It starts beside the hub, so that the hub does not wait.
 */
public final class DemoErp {

  private static final Logger LOG = LoggerFactory.getLogger(DemoErp.class);

  private final CompletableFuture<Started> started;

  /**
   * Where the database is.
   *
   * @param url its JDBC URL
   * @param user the user; the password is empty
   */
  public record Started(String url, String user) {}

  private DemoErp(CompletableFuture<Started> started) {
    this.started = started;
  }

  /** Starts the database in the background; its data is kept below the given folder. */
  public static DemoErp start(Path dataDir) {
    return new DemoErp(CompletableFuture.supplyAsync(() -> open(dataDir.toAbsolutePath())));
  }

  /** Returns where the database is, waiting until it runs. */
  public Started await() {
    return started.join();
  }

  private static Started open(Path dataDir) {
    Started opened = database(dataDir);
    DemoData.fill(new DriverManagerDataSource(opened.url(), opened.user(), ""));
    return opened;
  }

  private static Started database(Path dataDir) {
    try {
      return DemoMariaDb.start(dataDir.resolve("demo-erp"));
    } catch (Exception | LinkageError e) {
      LOG.info(
          "The demo ERP runs on H2 in MySQL mode, since no MariaDB could be started: {}",
          e.toString());
      String file = dataDir.resolve("demo-erp-h2").toString();
      return new Started(
          "jdbc:h2:retry:"
              + file
              + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1",
          "sa");
    }
  }
}
