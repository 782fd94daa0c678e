package com.wechaterp.hub.erp.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechaterp.hub.testing.Shared;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of packs as editors save them and admins write them. */
class PackTextTest {

  private static final String SQL =
      "SELECT g.id AS out_product_id -- 商品;\nFROM g WHERE :keys(g.id)";

  @TempDir Path folder;

  private Pack read(String yaml, byte[] sql) throws IOException {
    Path pack = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(pack.resolve("pack.yaml"), yaml);
    Files.write(pack.resolve("stock.sql"), sql);
    return PackReader.read(pack, text -> text);
  }

  private Pack read(String yaml) throws IOException {
    return read(yaml, SQL.getBytes());
  }

  private Port stock(byte[] sql) throws IOException {
    return read("ports: {stock: {}}", sql).require("stock");
  }

  @Test
  void readsFilesThatBeginWithAByteOrderMark() throws IOException {
    Pack pack = read("\ufeffports: {stock: {}}", ("\ufeff" + SQL).getBytes());

    assertThat(pack.require("stock").sqlForAll()).startsWith("SELECT").endsWith("WHERE 1 = 1");
  }

  @Test
  void saysThatAFileIsNotUtf8() {
    assertThatThrownBy(() -> stock(SQL.getBytes(Charset.forName("GBK"))))
        .hasMessageContaining("mine/stock.sql: it is not UTF-8; save it as UTF-8");
  }

  @Test
  void refusesASecondStatementWhereRowsAreRead() {
    assertThatThrownBy(() -> stock(("SET @a = 1;\n" + SQL).getBytes()))
        .hasMessageContaining("mine/stock.sql:2: it has 2 statements; what reads is one SELECT");
  }

  @Test
  void takesValueMapsAsTheyAreWritten() throws IOException {
    Pack pack =
        read(
            "{ports: {stock: {columns: {skus.stock_num: {map: states, default: 007}}}},"
                + " values: {states: {ON: 1, on: 2, 0101: 010, 1_0: yes, 2026-01-01: 0x1F}},"
                + " constants: {third_cat_id: 0101}}");

    assertThat(pack.values().get("states"))
        .containsEntry("ON", "1")
        .containsEntry("on", "2")
        .containsEntry("0101", "010")
        .containsEntry("1_0", "yes")
        .containsEntry("2026-01-01", "0x1F");
    assertThat(pack.constants()).containsEntry("third_cat_id", "0101");
    assertThat(pack.require("stock").rule("skus.stock_num").otherwise()).isEqualTo("007");
  }

  @Test
  void takesTheStarForEveryValueWithoutAnEntry() throws IOException {
    Pack pack =
        read(
            "{ports: {stock: {columns: {skus.stock_num: {map: numbers}}}},"
                + " values: {numbers: {many: 9, '*': 0}}}");
    ColumnReader reader = new ColumnReader(pack, pack.require("stock"));
    PortColumn column = PortType.require("stock").columns().get("skus.stock_num");
    Place place = new Place("7", "skus.stock_num", "mine/stock.sql", problem -> {});

    assertThat(reader.read(place, column, "many", Map.of())).isEqualTo(9L);
    assertThat(reader.read(place, column, "none", Map.of())).isEqualTo(0L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"block", "line"})
  void readsPastSemicolonsInCommentsOfRecordedFiles(String file) throws IOException {
    Path sql = Shared.path("cases/07-sql-semicolon-in-comment/" + file + ".sql");

    assertThat(stock(Files.readAllBytes(sql)).sqlForAll()).contains("1 = 1").contains("ORDER BY");
  }

  @Test
  void refusesTheRecordedFileThatSetsAVariableFirst() throws IOException {
    byte[] sql = Files.readAllBytes(Shared.path("cases/07-sql-semicolon-in-comment/set.sql"));

    assertThatThrownBy(() -> stock(sql)).hasMessageContaining("it has 2 statements");
  }

  @Test
  void readsTheRecordedFilesOfWindowsOrSaysWhyNot() throws IOException {
    byte[] marked = Files.readAllBytes(Shared.path("cases/09-sql-bom-or-gbk/bom.sql"));
    byte[] chinese = Files.readAllBytes(Shared.path("cases/09-sql-bom-or-gbk/gbk.sql"));

    assertThat(stock(marked).sqlForAll()).startsWith("SELECT");
    assertThatThrownBy(() -> stock(chinese)).hasMessageContaining("it is not UTF-8");
  }

  @Test
  void readsTheRecordedMapWithoutQuotes() throws IOException {
    String yaml = Files.readString(Shared.path("cases/03-yaml-map-keys/pack.yaml"));
    String values = yaml.substring(yaml.indexOf("\nvalues:"));

    Pack pack = read("ports: {stock: {}}" + values.replaceAll("(?m)^(ports|images):.*$", ""));

    assertThat(pack.values().get("categories")).containsKey("0101");
  }
}
