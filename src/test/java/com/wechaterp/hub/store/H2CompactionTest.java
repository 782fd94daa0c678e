package com.wechaterp.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

@Timeout(300)
class H2CompactionTest {

  private static final int MEGABYTE = 1024 * 1024;

  @TempDir Path folder;

  /** Without the time H2 keeps for a power cut, which would only make the test longer. */
  private HikariDataSource open() {
    return StoreOf.pool(
        "jdbc:h2:file:"
            + folder.resolve("hub")
            + ";MODE=MySQL;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;RETENTION_TIME=0",
        "sa");
  }

  private long megabytes() throws IOException {
    return Files.size(folder.resolve("hub.mv.db")) / MEGABYTE;
  }

  @Test
  void givesFreedSpaceBackWhileOthersWriteAndLosesNothing() throws Exception {
    AtomicInteger written = new AtomicInteger();
    try (HikariDataSource database = open()) {
      JdbcTemplate jdbc = new JdbcTemplate(database);
      jdbc.execute("CREATE TABLE thing (id INT PRIMARY KEY, content VARCHAR(4000))");
      jdbc.execute("CREATE TABLE kept (id INT PRIMARY KEY)");
      for (int from = 0; from < 30_000; from += 500) {
        jdbc.update(
            "INSERT INTO thing SELECT x, RAWTOHEX(SECURE_RAND(1000)) FROM SYSTEM_RANGE(?, ?)",
            from,
            from + 499);
      }
      jdbc.update("DELETE FROM thing WHERE id >= 1000");
      assertThat(megabytes()).isGreaterThan(30);
      AtomicBoolean stop = new AtomicBoolean();
      CompletableFuture<Void> writer =
          CompletableFuture.runAsync(
              () -> {
                while (!stop.get()) {
                  jdbc.update("INSERT INTO kept VALUES (?)", written.get());
                  written.incrementAndGet();
                }
              });

      H2Compaction compaction = new H2Compaction(database);
      await()
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofMillis(50))
          .until(
              () -> {
                compaction.step();
                return megabytes() < 20;
              });
      stop.set(true);
      writer.join();
    }

    try (HikariDataSource database = open()) {
      JdbcTemplate jdbc = new JdbcTemplate(database);
      assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM kept", Integer.class))
          .isEqualTo(written.get());
      assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM thing", Integer.class)).isEqualTo(1000);
    }
  }

  @Test
  void leavesDatabasesInMemoryAlone() {
    try (HikariDataSource database = StoreOf.pool("jdbc:h2:mem:compaction", "sa")) {
      new H2Compaction(database).step();

      assertThat(new JdbcTemplate(database).queryForObject("SELECT 1", Integer.class)).isOne();
    }
  }
}
