package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.testing.MariaDb;
import com.wechaterp.hub.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes found by times of every type, and what is said of those that are none. */
class ChangedAtIT extends ErpTimes {

  @Test
  void findsByTheRecordedStatementWithDecimals() throws IOException {
    jdbc.execute("CREATE TABLE goods (goods_no VARCHAR(20) PRIMARY KEY, upd_time DATETIME(3))");
    jdbc.execute("INSERT INTO goods VALUES ('A', '2026-11-30 12:00:00.250'), ('B', NOW(3))");
    jdbc.execute("CREATE VIEW thing AS SELECT goods_no AS no, upd_time AS t FROM goods");
    Path recorded = Shared.path("cases/15-changed-at-type/products-changed.sql");
    Files.copy(recorded, folder.resolve("recorded.sql"));
    open("{}", "{by: time, sql: recorded.sql, unit: seconds}", "");

    assertThat(find()).containsExactly("A", "B");
    assertThat(new PackCheck(pack::pack, database).problems()).isEmpty();
  }

  @Test
  void findsARowThatChangesAgainOnTheDayItsDateNames() throws IOException {
    jdbc.execute("CREATE TABLE thing (no VARCHAR(20) PRIMARY KEY, t DATE)");
    open("{}", "{by: time, sql: changed.sql}", "");
    String today =
        jdbc.queryForObject("SELECT DATE(UTC_TIMESTAMP() + INTERVAL 8 HOUR)", String.class);
    jdbc.update("INSERT INTO thing VALUES ('OLD', '2026-01-01'), ('A', ?)", today);

    assertThat(find()).containsExactly("OLD", "A");
    assertThat(find()).containsExactly("A");
    assertThat(find()).containsExactly("A");
  }

  @Test
  void leavesOutChangesWithoutATimeAndNamesThem() throws IOException {
    jdbc.execute("CREATE TABLE thing (no VARCHAR(20) PRIMARY KEY, t DATETIME)");
    jdbc.execute("INSERT INTO thing VALUES ('A', '2026-11-30 12:00'), ('B', NULL)");
    Files.writeString(
        folder.resolve("changed.sql"), CHANGED.replace("WHERE", "WHERE changed_at IS NULL OR"));
    open("{}", "{by: time, sql: changed.sql}", "");

    assertThat(find()).containsExactly("A");
    assertThat(database.problems())
        .singleElement()
        .asString()
        .contains("erp-changed-at-wrong", "'B'", "NULL");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c.changed_at > :since OR    | c.changed_at >= :since OR c.changed_at < :since OR | stuck",
        "ORDER BY c.changed_at,      | ORDER BY c.changed_at DESC,                        | unordered"
      })
  void endsAPollWhosePagesDoNotAdvanceAndNamesIt(String what, String with, String how)
      throws IOException {
    jdbc.execute("CREATE TABLE thing (no VARCHAR(20) PRIMARY KEY, t DATETIME)");
    MariaDb.require("tables of numbers");
    jdbc.execute(
        "INSERT INTO thing SELECT LPAD(seq, 5, '0'), '2026-01-01' + INTERVAL seq SECOND FROM seq_1_to_2500");
    Files.writeString(folder.resolve("changed.sql"), CHANGED.replace(what, with));
    open("{}", "{by: time, sql: changed.sql}", "");

    ErpException failure = catchThrowableOfType(ErpException.class, this::find);

    assertThat(failure.kind()).isEqualTo(ErpException.Kind.PACK);
    assertThat(failure.problem().code()).isEqualTo("erp-changes-" + how);
    assertThat(database.problems()).containsExactly(failure.problem());
  }

  @ParameterizedTest
  @CsvSource({
    "BIGINT, 1796011200, {by: time, BIGINT, a date and time",
    "DATETIME, 2026-11-30, '{by: time, unit: seconds', TIMESTAMP, seconds",
    "DATETIME, 2026-11-30, {by: id, TIMESTAMP, a whole number",
    "VARCHAR(20), 30.11.2026, {by: time, '30.11.2026', a date and time",
    "VARCHAR(20), yesterday, '{by: time, unit: millis', 'yesterday', milliseconds"
  })
  void triesTheTypeOfChangedAt(
      String type, String value, String changes, String found, String wanted) throws IOException {
    jdbc.execute("CREATE TABLE thing (no VARCHAR(20) PRIMARY KEY, t " + type + ")");
    jdbc.update("INSERT INTO thing VALUES ('A', ?)", value);
    open("{}", changes + ", sql: changed.sql}", "");

    assertThat(new PackCheck(pack::pack, database).problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.sentence(Language.EN)).contains("changed.sql", found, wanted));
  }

  @Test
  void startsAgainWhereThePackTurnedToAnotherKindOfTime() throws IOException {
    jdbc.execute("CREATE TABLE thing (no VARCHAR(20) PRIMARY KEY, t DATETIME)");
    jdbc.execute("INSERT INTO thing VALUES ('A', '2026-11-30 12:00')");
    open("{}", "{by: time, sql: changed.sql}", "");
    find();
    database.close();
    Files.writeString(
        folder.resolve("changed.sql"), CHANGED.replace("t AS", "UNIX_TIMESTAMP(t) AS"));

    open("{}", "{by: time, sql: changed.sql, unit: seconds}", "");

    assertThat(find()).containsExactly("A");
  }
}
