package com.wechaterp.hub.erp.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackReaderTest {

  private static final String SQL = "SELECT g.id AS out_product_id FROM g WHERE :keys(g.id)";

  @TempDir Path folder;

  private Pack read(String yaml) throws IOException {
    Path pack = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(pack.resolve("pack.yaml"), yaml);
    Files.writeString(pack.resolve("products.sql"), SQL);
    return PackReader.read(pack, text -> text);
  }

  private void assertBroken(String yaml, String... words) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(ProblemException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(words));
  }

  private static Map<String, Object> row(Object... namesAndValues) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return row;
  }

  private Object price(String rule, Object value) throws IOException {
    Pack pack = read("ports: {products: {columns: {skus.sale_price: " + rule + "}}}");
    PortColumn column = PortType.require("products").columns().get("skus.sale_price");
    return new ColumnReader(pack, pack.require("products"))
        .read(
            new Place("7", "skus.sale_price", "mine/products.sql", problem -> {}),
            column,
            value,
            Map.of());
  }

  @Test
  void keepsTheLinesOfTheFileInEachStatement() throws IOException {
    read("ports: {products: {}}");
    Files.writeString(
        folder.resolve("mine/order-paid.sql"),
        "\n-- First.\nUPDATE a\nSET x = 1;\n\n-- Second.\nUPDATE b\nSET y = 2;\n");

    Port port = read("ports: {products: {}, order-paid: {}}").require("order-paid");

    assertThat(port.statements())
        .extracting(statement -> statement.lines().toList())
        .satisfiesExactly(
            first -> assertThat(first).hasSize(4).element(2).isEqualTo("UPDATE a"),
            second -> assertThat(second).hasSize(8).element(6).isEqualTo("UPDATE b"));
  }

  @Test
  void narrowsOneStatementToKeysOrToNothing() throws IOException {
    Port products = read("ports: {products: {}}").require("products");

    assertThat(products.sqlForAll()).endsWith("WHERE 1 = 1");
    assertThat(products.sqlForKeys()).endsWith("WHERE g.id IN (:keys)");
  }

  @Test
  void namesUnknownKeysWithWhatWasProbablyMeant() {
    assertBroken("prots: {products: {}}", "mine/pack.yaml", "unknown key 'prots'", "ports");
    assertBroken(
        "ports: {produts: {}}",
        "mine/pack.yaml:1: ports.produts",
        "unknown ERP port 'produts'",
        "products");
    assertBroken(
        "ports: {products: {columns: {skus.sale_pric: {money: yuan}}}}",
        "skus.sale_pric",
        "skus.sale_price");
  }

  @Test
  void namesTheLineInBothLanguages() {
    String yaml =
        """
        # A pack with one mistake.
        ports:
          products:
            columns:
              third_cat_id: {map: cats}
              skus.sale_price:
                money: dollar
        values: {cats: {}}
        """;
    ProblemException broken = catchThrowableOfType(ProblemException.class, () -> read(yaml));

    assertThat(broken.problem().sentence(Language.EN))
        .startsWith("mine/pack.yaml:7: ports.products.columns.skus.sale_price.money: money is");
    assertThat(broken.problem().sentence(Language.ZH))
        .startsWith(
            "mine/pack.yaml:7: ports.products.columns.skus.sale_price.money：money 只能是 yuan 或 fen");
    assertBroken(
        "ports: {products: {}}\ntime-zone: Asia/Shanghei",
        "pack.yaml:2: time-zone",
        "Asia/Shanghai");
    assertBroken(
        "ports: {products: {changes: {by: times}}}", "pack.yaml:1", "'times' is not time", "time");
  }

  @Test
  void namesLineAndColumnOfBrokenYaml() {
    assertBroken("ports:\n  products: {sql: [", "mine/pack.yaml:");
  }

  @Test
  void refusesAPackWithoutPorts() {
    assertBroken("", "mine/pack.yaml", "there are no ports");
    assertBroken("time-zone: Asia/Shanghai", "mine/pack.yaml", "there are no ports");
    assertBroken("ports:", "mine/pack.yaml:1: ports", "there are no ports");
  }

  @Test
  void refusesAFileWithoutAStatement() throws IOException {
    Path pack = Files.createDirectories(folder.resolve("mine"));
    for (String sql : new String[] {"", " \n;\n", "-- UPDATE goods SET state = :status\n"}) {
      Files.writeString(pack.resolve("product-state.sql"), sql);
      assertBroken("ports: {product-state: {}}", "mine/product-state.sql", "no statement");
    }
  }

  @Test
  void refusesAKeyThatIsWrittenTwice() {
    assertBroken("ports:\n  products: {}\n  products: {}", "mine/pack.yaml:3", "products");
  }

  @Test
  void refusesACharacterThatIsNoText() {
    assertBroken("ports: {products: {}}\u0000", "mine/pack.yaml");
  }

  @Test
  void refusesAnUnknownUnitOfTimeAndAnOverlapOfIdsThatIsADuration() {
    assertBroken(
        "ports: {products: {changes: {by: time, sql: products.sql, unit: milis}}}",
        "changes.unit",
        "millis");
    assertBroken(
        "ports: {products: {changes: {by: id, sql: products.sql, overlap: 5m}}}",
        "changes.overlap",
        "count of ids");
  }

  @Test
  void refusesARuleInTheWrongShape() {
    assertBroken("ports: {products: {columns: {skus.sale_price: yuan}}}", "{money: yuan}");
    assertBroken(
        "ports: {products: {columns: {skus.sale_price: {money: dollar}}}}", "'yuan' or 'fen'");
  }

  @Test
  void refusesAMissingFileAndAMissingMap() {
    assertBroken("ports: {products: {sql: other.sql}}", "other.sql", "cannot be read");
    assertBroken(
        "ports: {products: {columns: {third_cat_id: {map: cats}}}}\nvalues: {cat: {1: 2}}",
        "no value map 'cats'",
        "cat");
  }

  @Test
  void readsYuanExactlyWhateverTheColumnType() throws IOException {
    assertThat(price("{money: yuan}", new java.math.BigDecimal("19.99"))).isEqualTo(1999L);
    assertThat(price("{money: yuan}", 19.99)).isEqualTo(1999L);
    assertThat(price("{money: yuan}", 0.1 + 0.2)).isEqualTo(30L);
    assertThat(price("{money: yuan}", 1e7)).isEqualTo(1_000_000_000L);
    assertThat(price("{money: yuan}", "88")).isEqualTo(8800L);
    assertThat(price("{money: fen}", 1999)).isEqualTo(1999L);
  }

  @Test
  void refusesAThirdDecimalAndANullPriceAndText() {
    assertThatThrownBy(() -> price("{money: yuan}", "19.999"))
        .hasMessageContaining("skus.sale_price is '19.999'")
        .hasMessageContaining("mine/products.sql");
    assertThatThrownBy(() -> price("{money: yuan}", null)).hasMessageContaining("is NULL");
    assertThatThrownBy(() -> price("{money: yuan}", "cheap")).hasMessageContaining("not a number");
  }

  @Test
  void foldsRowsUnlessTheyDifferAndLeavesOutAProductWithoutSkus() throws IOException {
    Pack pack =
        read(
            "ports: {products: {columns: {head_img: {split: \",\"}, third_cat_id: {map: c},"
                + " skus.sale_price: {money: yuan}}}}\n"
                + "values: {c: {A: 7011}}\nconstants: {brand_id: 1, path: p}");
    DocumentReader reader = new DocumentReader(pack, pack.require("products"));
    Map<String, Object> first =
        row(
            "out_product_id",
            7,
            "title",
            "t",
            "head_img",
            "a,b",
            "third_cat_id",
            "A",
            "on_sale",
            1,
            "skus.out_sku_id",
            "x",
            "skus.sale_price",
            "1.5",
            "skus.stock_num",
            3,
            "skus.attrs",
            "颜色:红;规格:L");
    Map<String, Object> second = new LinkedHashMap<>(first);
    second.put("skus.out_sku_id", "y");

    Map<String, Object> document = reader.document(List.of(first, second));

    assertThat(document)
        .containsEntry("head_img", List.of("a", "b"))
        .containsEntry("third_cat_id", "7011")
        .containsEntry("on_sale", true);
    assertThat((List<?>) document.get("skus")).hasSize(2);
    assertThat(document.get("skus").toString()).contains("sale_price=150", "颜色=红", "规格=L");

    second.put("title", "u");
    assertThatThrownBy(() -> reader.document(List.of(first, second)))
        .hasMessageContaining("7: the rows of this key differ in title")
        .hasMessageContaining("products.sql");

    first.keySet().stream()
        .filter(name -> name.startsWith("skus."))
        .forEach(name -> first.put(name, null));
    assertThat(reader.document(List.of(first))).doesNotContainKey("skus");
  }

  @Test
  void looksNoFurtherAtAProductThatIsNotForSale() throws IOException {
    Pack pack = read("ports: {products: {columns: {skus.sale_price: {money: yuan}}}}");
    DocumentReader reader = new DocumentReader(pack, pack.require("products"));
    Map<String, Object> row = row("out_product_id", 7, "on_sale", 0, "skus.sale_price", "cheap");

    assertThat(reader.document(List.of(row)))
        .isEqualTo(Map.of("out_product_id", "7", "on_sale", false));
    row.put("on_sale", 1);
    row.put("deleted", 1);
    assertThat(reader.document(List.of(row)))
        .isEqualTo(Map.of("out_product_id", "7", "deleted", true));
    row.put("deleted", 0);
    assertThat(reader.document(List.of(row))).containsKey("problems");
  }

  @Test
  void saysThatAProductHasNoSku() throws IOException {
    Pack pack =
        read("ports: {products: {}}\nconstants: {title: t, path: p, third_cat_id: 1, brand_id: 1}");
    DocumentReader reader = new DocumentReader(pack, pack.require("products"));
    Map<String, Object> row =
        row("out_product_id", 55, "on_sale", 1, "skus.out_sku_id", null, "skus.stock_num", 0);

    Map<String, Object> document = reader.document(List.of(row));
    assertThat(document).doesNotContainKey("skus");
    assertThat(document.get("problems")).asString().contains("erp-list-empty", "key=55");
  }

  @Test
  void namesAnUnmappedValueWithTheNearest() throws IOException {
    Pack pack =
        read("ports: {products: {columns: {third_cat_id: {map: c}}}}\nvalues: {c: {A01: 7011}}");
    PortColumn column = PortType.require("products").columns().get("third_cat_id");
    ColumnReader reader = new ColumnReader(pack, pack.require("products"));

    assertThatThrownBy(
            () ->
                reader.read(
                    new Place("7", "third_cat_id", "mine/products.sql", problem -> {}),
                    column,
                    "A02",
                    Map.of()))
        .hasMessageContaining("'A02'")
        .hasMessageContaining("Nearest: A01");
  }
}
