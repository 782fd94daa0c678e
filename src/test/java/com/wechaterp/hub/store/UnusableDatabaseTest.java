package com.wechaterp.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

/** Files and databases that are not what the hub left. */
class UnusableDatabaseTest {

  private static final int BLOCK = 4096;

  @TempDir private Path data;

  private Path file() {
    return data.resolve("hub.mv.db");
  }

  private String url() {
    return "jdbc:h2:retry:" + data.resolve("hub") + ";WRITE_DELAY=0";
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection(url(), "sa", "");
  }

  private Problem told(Throwable failure) {
    return new UnusableDatabase(url()).problem(failure).orElseThrow();
  }

  private Problem toldAtOpening() {
    return told(catchThrowable(() -> open().close()));
  }

  @ParameterizedTest
  @CsvSource({"PK\u0003\u0004, ZIP", "SQLite format 3, SQLite", "What is this?, unknown"})
  void namesAForeignFileAndWhatItLooksLikeAndLeavesItAsItIs(String begins, String kind)
      throws IOException {
    byte[] foreign = begins.concat(" and more".repeat(2000)).getBytes(StandardCharsets.ISO_8859_1);
    Files.write(file(), foreign);

    Problem told = toldAtOpening();

    assertThat(told.code()).isEqualTo("hub-database-foreign");
    assertThat(told.sentence(Language.EN))
        .startsWith(file() + " is no H2 database (found: " + kind + ").");
    assertThat(Files.readAllBytes(file())).isEqualTo(foreign);
  }

  private void fill() throws SQLException {
    try (Connection connection = open()) {
      connection.createStatement().execute("CREATE TABLE t (id INT PRIMARY KEY, text VARCHAR)");
      connection
          .createStatement()
          .execute("INSERT INTO t SELECT x, RANDOM_UUID() FROM SYSTEM_RANGE(1, 20000)");
    }
  }

  /** Overwrites one block in seven behind the head. */
  private void damage() throws IOException {
    try (RandomAccessFile written = new RandomAccessFile(file().toFile(), "rw")) {
      for (long at = 2 * BLOCK; at < written.length(); at += 7 * BLOCK) {
        written.seek(at);
        written.write(new byte[BLOCK]);
      }
    }
  }

  @Test
  void namesADamagedFileAndHowToGoOnFromABackup() throws Exception {
    fill();
    damage();

    Problem told =
        told(
            catchThrowable(
                () -> {
                  try (Connection connection = open()) {
                    connection.createStatement().executeQuery("SELECT MAX(text) FROM t");
                  }
                }));

    assertThat(told.code()).isEqualTo("hub-database-damaged");
    assertThat(told.sentence(Language.EN))
        .contains(file() + " is damaged")
        .contains("put the last backup in its place");
  }

  @Test
  void namesADatabaseOfAnotherProgram() throws Exception {
    try (Connection connection = open()) {
      connection.createStatement().execute("CREATE TABLE theirs (id INT)");
    }

    Problem told =
        told(catchThrowable(() -> Flyway.configure().dataSource(url(), "sa", "").load().migrate()));

    assertThat(told.code()).isEqualTo("hub-database-of-others");
  }

  @Test
  void doesNotTakeAWrongPasswordForAnythingElse() throws Exception {
    open().close();

    assertThat(told(catchThrowable(() -> DriverManager.getConnection(url(), "sa", "no"))).code())
        .isEqualTo("hub-database-login");
  }

  @Test
  void callsOutOfMemoryByItsName() {
    SQLException h2 = DbException.get(ErrorCode.OUT_OF_MEMORY, "heap").getSQLException();

    assertThat(told(new IllegalStateException("The pool did not start", h2)).code())
        .isEqualTo("hub-out-of-memory");
    assertThat(told(new OutOfMemoryError("Java heap space")).code()).isEqualTo("hub-out-of-memory");
  }

  @Test
  void saysOfAServerThatItCannotBeReachedOnlyWhenTheConnectionFailed() {
    UnusableDatabase mysql =
        new UnusableDatabase("jdbc:mysql://127.0.0.1:3306/hub?password=SECRET");

    assertThat(mysql.problem(new SQLException("refused", "08001")).orElseThrow().code())
        .isEqualTo("hub-database-unreachable");
    Problem unknown = mysql.problem(new SQLException("odd", "HY000", 1)).orElseThrow();
    assertThat(unknown.code()).isEqualTo("hub-database-unusable");
    assertThat(unknown.sentence(Language.EN)).doesNotContain("SECRET");
    assertThat(mysql.problem(new IllegalStateException("no database"))).isEmpty();
  }

  @Test
  void isToldInOneSentenceAtTheStart() throws IOException {
    Files.writeString(file(), "What is this?".repeat(2000));
    MockEnvironment settings =
        new MockEnvironment()
            .withProperty("hub.language", "en")
            .withProperty("spring.datasource.url", url());

    FailureAnalysis told =
        new DatabaseAtStart(settings)
            .analyze(
                new IllegalStateException("Bean flyway", catchThrowable(() -> open().close())));

    assertThat(told.getDescription()).startsWith(file() + " is no H2 database");
    assertThat(told.getDescription().lines()).hasSize(1);
  }
}
