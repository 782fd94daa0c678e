package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.testing.MariaDb;
import com.wechaterp.hub.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of every type, whatever zones the server, the URL and this machine have. */
class ErpTimesIT extends ErpTimes {

  @ParameterizedTest
  @CsvSource({
    "'', UTC",
    "serverTimezone=Asia/Shanghai, UTC",
    "serverTimezone=Asia/Shanghai, America/New_York",
    "serverTimezone=UTC, Asia/Shanghai",
    "connectionTimeZone=SERVER&forceConnectionTimeZoneToSession=true, America/New_York",
    "connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&preserveInstants=true, UTC",
    "sessionVariables=time_zone='-05:00', UTC"
  })
  void findsAndReadsTheRecordedTimestampsWhateverTheUrlAndThisMachineSay(
      String parameters, String zone) throws IOException {
    MariaDb.require("tables of numbers, and a server of its own whose zone may be set");
    String recorded = Files.readString(Shared.path("cases/01-timestamp-servertimezone/schema.sql"));
    for (String statement : recorded.split(";\\s*\n")) {
      // One connection each, as a client that runs the file after the server's zone was set.
      jdbc.execute(statement);
    }
    jdbc.execute("CREATE VIEW thing AS SELECT goods_no AS no, upd_time AS t FROM goods");
    jdbc.execute("UPDATE goods SET upd_time = '2026-11-30 12:00:00'");
    TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(zone)));
    open("{unit: datetime}", "{by: time, sql: changed.sql}", parameters);

    assertThat(received("K00001")).isEqualTo(NOON);
    assertThat(find()).hasSize(2500).doesNotHaveDuplicates();
    assertThat(find()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SYSTEM", "+08:00", "-05:00"})
  void writesAndReadsTimestampAndDatetimeAlike(String server) throws IOException {
    MariaDb.require("server of its own, whose zone may be set");
    jdbc.execute("SET GLOBAL time_zone = '" + server + "'");
    jdbc.execute("CREATE TABLE thing (no VARCHAR(20) PRIMARY KEY, t TIMESTAMP NULL, d DATETIME)");
    jdbc.execute("INSERT INTO thing (no) VALUES ('A')");
    Files.writeString(
        folder.resolve("coupon-claim.sql"),
        "UPDATE thing SET t = :claimed_at, d = :claimed_at WHERE no = :request_id");
    open("{unit: datetime}", "{by: time, sql: changed.sql}", "");

    erp.write(
        "coupon-claim",
        Map.of("request_id", "A", "out_coupon_id", "C", "openid", "o", "claimed_at", NOON));

    assertThat(received("A")).isEqualTo(NOON);
    assertThat(jdbc.queryForObject("SELECT UNIX_TIMESTAMP(t) FROM thing", Long.class))
        .isEqualTo(NOON.getEpochSecond());
    assertThat(jdbc.queryForObject("SELECT d FROM thing", LocalDateTime.class))
        .isEqualTo("2026-11-30T12:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TIMESTAMP    | 2026-11-30 12:00:00     | {unit: datetime}        | 2026-11-30T04:00:00Z",
        "DATETIME(3)  | 2026-11-30 12:00:00.250 | {}                      | 2026-11-30T04:00:00.250Z",
        "DATE         | 2026-11-30              | {}                      | 2026-11-29T16:00:00Z",
        "BIGINT       | 1796011200              | {unit: seconds}         | 2026-11-30T04:00:00Z",
        "DECIMAL(18,3)| 1796011200.250          | {unit: seconds}         | 2026-11-30T04:00:00.250Z",
        "DOUBLE       | 1796011200.25           | {unit: seconds}         | 2026-11-30T04:00:00.250Z",
        "BIGINT       | 1796011200250           | {unit: millis}          | 2026-11-30T04:00:00.250Z",
        "VARCHAR(30)  | 1796011200              | {unit: seconds}         | 2026-11-30T04:00:00Z",
        "VARCHAR(30)  | 2026-11-30 12:00:00     | {}                      | 2026-11-30T04:00:00Z",
        "VARBINARY(30)| 2026-11-30 12:00        | {}                      | 2026-11-30T04:00:00Z",
        "CHAR(14)     | 20261130120000          | {format: yyyyMMddHHmmss} | 2026-11-30T04:00:00Z",
        "BIGINT       | 20261130120000          | {format: yyyyMMddHHmmss} | 2026-11-30T04:00:00Z",
        "INT          | 20261130                | {format: yyyyMMdd}      | 2026-11-29T16:00:00Z",
        "VARCHAR(30)  | 2026/11/30 12:00        | {format: 'yyyy/MM/dd HH:mm'} | 2026-11-30T04:00:00Z"
      })
  void readsAndFindsATimeOfEachType(String type, String value, String rule, Instant expected)
      throws IOException {
    jdbc.execute("CREATE TABLE thing (no VARCHAR(20) PRIMARY KEY, t " + type + ")");
    jdbc.update("INSERT INTO thing VALUES ('A', ?), ('B', ?), ('C', NULL)", value, value);
    open(rule, "{by: time, sql: changed.sql, " + rule.substring(1), "");

    assertThat(received("A")).isEqualTo(expected);
    assertThat(received("C")).isNull();
    assertThat(find()).containsExactly("A", "B");
    assertThat(new PackCheck(pack::pack, database).problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "TIMESTAMP NULL, 0000-00-00 00:00:00, {}",
    "DATETIME, 0000-00-00 00:00:00, {}",
    "DATE, 0000-00-00, {}",
    "VARCHAR(20), 0000-00-00 00:00:00, {}",
    "VARCHAR(20), '', {}",
    "BIGINT, 0, {unit: seconds}",
    "'DECIMAL(13,3)', 0, {unit: seconds}",
    "CHAR(14), 00000000000000, {format: yyyyMMddHHmmss}"
  })
  void readsTheZeroDateAsNull(String type, String zero, String rule) throws IOException {
    legacy("CREATE TABLE thing (no VARCHAR(20) PRIMARY KEY, t " + type + ")");
    legacy("INSERT INTO thing VALUES ('A', '" + zero + "')");
    open(rule, "{by: time, sql: changed.sql}", "");

    assertThat(erp.read("user-coupons", "A").orElseThrow()).doesNotContainKey("recv_time");
  }

  @Test
  void holdsOnlyTheKeyWhoseDayDoesNotExist() throws IOException {
    legacy("CREATE TABLE thing (no VARCHAR(20) PRIMARY KEY, t DATETIME)");
    legacy(
        "INSERT INTO thing VALUES ('A', '2026-11-30 12:00'), ('B', '2026-11-00'), ('C', '2026-00-00'),"
            + " ('D', '2026-11-30 12:00')");
    open("{}", "{by: time, sql: changed.sql}", "");
    List<Object> good = new ArrayList<>();
    List<String> bad = new ArrayList<>();

    erp.stream(
        "user-coupons",
        document -> good.add(document.get("out_user_coupon_id")),
        row -> bad.add(row.problem().sentence(Language.EN)));

    assertThat(good).containsExactly("A", "D");
    assertThat(bad).hasSize(2);
    assertThat(bad.get(0)).contains("B: recv_time is '2026-11-00");
    assertThat(find()).containsExactly("A", "D");
    assertThat(database.problems())
        .extracting(Problem::code)
        .containsExactly("erp-changed-at-wrong", "erp-changed-at-wrong");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serverTimezone=UTC",
        "serverTimezone=GMT%2B9",
        "connectionTimeZone=America/New_York",
        "sessionVariables=sql_mode='',time_zone='%2B00:00'"
      })
  void warnsOfAnotherZoneInTheUrl(String parameters) throws IOException {
    jdbc.execute("CREATE TABLE thing (no VARCHAR(20) PRIMARY KEY, t DATETIME)");
    open("{}", "{by: time, sql: changed.sql}", parameters);
    find();

    assertThat(database.problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.sentence(Language.EN))
                    .contains("(" + parameters.replaceAll("=.*", "") + ")", "Asia/Shanghai"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serverTimezone=Asia/Shanghai",
        "serverTimezone=GMT%2B8",
        "serverTimezone=GMT+8",
        "connectionTimeZone=SERVER",
        "sessionVariables=time_zone='%2B08:00'"
      })
  void saysNothingOfTheSameZoneInTheUrl(String parameters) throws IOException {
    jdbc.execute("CREATE TABLE thing (no VARCHAR(20) PRIMARY KEY, t DATETIME)");
    open("{}", "{by: time, sql: changed.sql}", parameters);
    find();

    assertThat(database.problems()).isEmpty();
  }

  @Test
  void asksForTheZonesTheServerDoesNotKnow() throws IOException {
    jdbc.execute("CREATE TABLE thing (no VARCHAR(20) PRIMARY KEY, t DATETIME)");
    open("{}", "{by: time, sql: changed.sql}", "");
    database.inZone(() -> ZoneId.of("America/New_York"));

    ErpException failure = catchThrowableOfType(ErpException.class, this::find);

    assertThat(failure.problem().code()).isEqualTo("erp-zone-unknown");
    assertThat(failure).hasMessageContaining("America/New_York");
  }
}
