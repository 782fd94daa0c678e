package com.wechaterp.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.testing.FailingDisk;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** An H2 file on a disk that becomes full or breaks while the hub runs. */
class DatabaseWatchTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration LONG = Duration.ofHours(1);
  private static final org.slf4j.Logger ANYBODY = LoggerFactory.getLogger("anybody");

  @TempDir private Path data;
  private final DatabaseState state = new DatabaseState(Clock.systemUTC());
  private final OutageLog outages = new OutageLog(state);
  private final List<Integer> exits = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger ids = new AtomicInteger();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger("ROOT");
  private HikariDataSource pool;
  private JdbcTemplate jdbc;
  private DatabaseWatch watch;
  private Thread thread;

  @BeforeEach
  void open() {
    FailingDisk.plugIn();
    pool = new HikariDataSource();
    pool.setJdbcUrl("jdbc:h2:failing:" + data.resolve("hub") + ";MODE=MySQL;WRITE_DELAY=0");
    pool.setUsername("sa");
    pool.setPassword("");
    pool.setMaximumPoolSize(4);
    jdbc = new JdbcTemplate(new GatedDataSource(pool, state));
    jdbc.execute("CREATE TABLE written (id INT PRIMARY KEY)");
    jdbc.execute("CREATE TABLE database_probe (node VARCHAR(36) PRIMARY KEY, seen_at TIMESTAMP)");
    log.start();
    root.addAppender(log);
    root.getLoggerContext().addTurboFilter(outages);
  }

  @AfterEach
  void close() throws InterruptedException {
    FailingDisk.mend();
    root.getLoggerContext().getTurboFilterList().remove(outages);
    root.detachAppender(log);
    watch.stop();
    thread.join();
    pool.close();
  }

  private void watch(Duration patience) {
    watch = new DatabaseWatch(pool, state, Clock.systemUTC(), patience, exits::add, Language.EN);
    thread = new Thread(watch);
    thread.start();
  }

  private void write() {
    jdbc.update("INSERT INTO written VALUES (?)", ids.incrementAndGet());
  }

  /** What everybody does who works for the hub: it fails and says so. */
  private void writeOrSaySo() {
    try {
      write();
    } catch (DataAccessException e) {
      ids.decrementAndGet();
      ANYBODY.error("Not written", e);
    }
  }

  private int written() {
    return jdbc.queryForObject("SELECT COUNT(*) FROM written", Integer.class);
  }

  private List<String> said() {
    return log.list.stream()
        .map(ILoggingEvent::getFormattedMessage)
        .filter(line -> line.contains("database") || line.contains("Not written"))
        .toList();
  }

  private void awaitOutage() {
    await().atMost(SOON).until(() -> state.outage().isPresent());
  }

  private void awaitCommit() {
    await().atMost(SOON).until(() -> state.outage().isEmpty());
  }

  @Test
  void saysThatTheDiskIsFullAndGoesOnByItselfWhenThereIsRoom() {
    watch(LONG);
    write();
    write();

    FailingDisk.fill();
    writeOrSaySo();
    awaitOutage();

    assertThat(state.outage().orElseThrow().full()).isTrue();
    assertThatThrownBy(this::written).hasRootCauseInstanceOf(DatabaseAwayException.class);

    FailingDisk.mend();
    awaitCommit();
    for (int each = 0; each < 20; each++) {
      write();
    }
    assertThat(written()).isEqualTo(ids.get()).isGreaterThanOrEqualTo(22);
  }

  @Test
  void noticesAnOutageWithoutAnybodyElseWriting() {
    watch(LONG);

    FailingDisk.fill();

    awaitOutage();
  }

  @Test
  void opensAFileAgainThatAPassingFailureClosed() {
    watch(LONG);
    write();

    FailingDisk.fail("Input/output error");
    assertThatThrownBy(this::write).isInstanceOf(DataAccessException.class);
    ids.decrementAndGet();
    FailingDisk.mend();

    await()
        .atMost(SOON)
        .ignoreExceptionsInstanceOf(DataAccessException.class)
        .untilAsserted(
            () -> {
              // As many as the pool has connections, each of which was open before.
              for (int each = 0; each < 8; each++) {
                written();
              }
              assertThat(written()).isEqualTo(ids.get());
            });
    assertThat(exits).isEmpty();
  }

  @Test
  void saysItOnceHoweverOftenAnybodyFails() {
    watch(LONG);
    FailingDisk.fill();

    for (int each = 0; each < 500; each++) {
      writeOrSaySo();
    }
    awaitOutage();
    await().atMost(SOON).untilAsserted(() -> assertThat(said()).hasSize(1));
    for (int each = 0; each < 500; each++) {
      writeOrSaySo();
    }
    FailingDisk.mend();
    awaitCommit();

    await().atMost(SOON).untilAsserted(() -> assertThat(said()).hasSize(2));
    assertThat(said().get(0)).contains("The disk of the hub's database is full", "No space left");
    assertThat(said().get(1)).contains("commits again");
  }

  @Test
  void endsTheHubWhenTheFileCannotBeOpenedAgain() {
    watch(Duration.ZERO);

    FailingDisk.fail("Input/output error");

    await().atMost(SOON).untilAsserted(() -> assertThat(exits).containsExactly(3));
  }

  @Test
  void waitsForRoomOnAFullDiskHoweverLongThatTakes() {
    watch(Duration.ZERO);

    FailingDisk.fill();
    awaitOutage();

    await()
        .during(Duration.ofSeconds(3))
        .atMost(SOON)
        .untilAsserted(() -> assertThat(exits).isEmpty());
  }
}
