package com.wechaterp.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The hub's default database while somebody interrupts whoever writes into it. */
class InterruptedWriterTest {

  private static final int WRITES = 400;

  @TempDir private Path data;

  private String url() throws Exception {
    List<PropertySource<?>> shipped =
        new YamlPropertySourceLoader().load("shipped", new ClassPathResource("application.yaml"));
    String url =
        String.valueOf(Objects.requireNonNull(shipped.get(0).getProperty("spring.datasource.url")));
    return url.replace("${hub.data-dir:./data}", data.toString());
  }

  @Test
  void losesNoWriteAndStaysOpen() throws Exception {
    SingleConnectionDataSource database = new SingleConnectionDataSource(url(), "sa", "", true);
    JdbcTemplate jdbc = new JdbcTemplate(database);
    jdbc.execute("CREATE TABLE written (id INT PRIMARY KEY)");
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread writer =
        new Thread(
            () -> {
              for (int id = 0; id < WRITES; id++) {
                jdbc.update("INSERT INTO written VALUES (?)", id);
              }
            });
    writer.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
    writer.start();

    while (writer.isAlive()) {
      writer.interrupt();
      writer.join(1);
    }

    assertThat(failure.get()).isNull();
    assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM written", Integer.class))
        .isEqualTo(WRITES);
    database.destroy();
  }
}
