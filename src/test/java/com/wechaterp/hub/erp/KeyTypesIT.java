package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys of every type that has one text, found, listed and read as the same one. */
class KeyTypesIT extends ErpTimes {

  private static final String BY_TIME = "{by: time, sql: changed.sql}";

  @ParameterizedTest
  @CsvSource({
    "VARCHAR(16), AB-1, AB-1",
    "VARBINARY(16), AB-1, AB-1",
    "CHAR(10), 0042, 0042",
    "DOUBLE, 12, 12",
    "DOUBLE, 0.5, 0.5",
    "DOUBLE, 20261130000001, 20261130000001",
    "'DECIMAL(10,2)', 12.5, 12.50",
    "'DECIMAL(20,0)', 12345678901234567890, 12345678901234567890",
    "INT(6) ZEROFILL, 42, 42",
    "BIGINT UNSIGNED, 18446744073709551615, 18446744073709551615",
    "TINYINT(1), 2, 2",
    "DATE, 2026-11-30, 2026-11-30"
  })
  void findsListsAndReadsTheSameKey(String type, String value, String key) throws IOException {
    jdbc.execute("CREATE TABLE thing (no " + type + " PRIMARY KEY, t DATETIME)");
    jdbc.update("INSERT INTO thing VALUES (?, '2026-11-30 12:00')", value);
    open("{}", BY_TIME, "");

    assertThat(find()).containsExactly(key);
    assertThat(document(key)).containsEntry("out_user_coupon_id", key);
    marked.clear();
    erp.markAll("user-coupons", "flow", "main");
    assertThat(marked).containsExactly(key);
    database.close();
    open("{}", "{by: snapshot}", "");
    assertThat(find()).containsExactly(key);
  }

  @Test
  void tellsKeysApartThatTheErpTakesForOne() throws IOException {
    jdbc.execute("CREATE TABLE thing (no VARCHAR(16), t DATETIME)");
    jdbc.execute("INSERT INTO thing VALUES ('t1', '2026-11-30 12:00'), ('T1', '2026-11-30 13:00')");
    open("{}", BY_TIME, "");

    assertThat(received("t1")).isEqualTo(NOON);
    assertThat(received("T1")).isEqualTo(NOON.plusSeconds(3600));
  }

  @Test
  void namesKeysThatAreBytesAndGoesOnWithTheirNeighbours() throws IOException {
    jdbc.execute("CREATE TABLE thing (no VARBINARY(16) PRIMARY KEY, t DATETIME)");
    jdbc.execute(
        "INSERT INTO thing VALUES (X'018F0A4CFFEE', '2026-11-30 12:00'), ('A', '2026-11-30 12:00')");
    open("{}", BY_TIME, "");

    assertThat(find()).containsExactly("A");
    assertThat(database.problems()).extracting(Problem::code).containsExactly("erp-key-bytes");
  }

  @Test
  void narrowsByAnExpression() throws IOException {
    jdbc.execute("CREATE TABLE thing (no BINARY(4) PRIMARY KEY, t DATETIME)");
    jdbc.execute("INSERT INTO thing VALUES (X'018F0A4C', '2026-11-30 12:00')");
    Files.writeString(folder.resolve("user-coupons.sql"), READ.replace("c.no", "HEX(c.no)"));
    Files.writeString(folder.resolve("changed.sql"), CHANGED.replace("no AS", "HEX(no) AS"));
    open("{}", BY_TIME, "");

    assertThat(find()).containsExactly("018F0A4C");
    assertThat(document("018F0A4C")).containsEntry("out_user_coupon_id", "018F0A4C");
    assertThat(new PackCheck(pack::pack, database).problems()).isEmpty();
  }

  private Map<String, Object> document(String key) {
    return erp.read("user-coupons", key).orElseThrow();
  }
}
