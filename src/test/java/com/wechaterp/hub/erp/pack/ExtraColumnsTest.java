package com.wechaterp.hub.erp.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechaterp.hub.document.ExtraField;
import com.wechaterp.hub.document.ExtraFields;
import com.wechaterp.hub.document.ExtraPaths;
import com.wechaterp.hub.problem.Language;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtraColumnsTest {

  private static final String ADD = "shop/spu/add";
  private static final ExtraPaths PATHS = path -> path.contains("nowhere") ? Set.of() : Set.of(ADD);

  @TempDir Path folder;

  private DocumentReader reader(String columns) throws IOException {
    Files.writeString(
        folder.resolve("pack.yaml"),
        "ports: {products: {columns: {"
            + columns
            + "}}}\nvalues: {m: {A: B}}\nconstants:"
            + " {title: t, path: p, third_cat_id: 1, brand_id: 1}");
    Files.writeString(
        folder.resolve("products.sql"), "SELECT id AS out_product_id FROM g WHERE :keys(id)");
    Pack pack = PackReader.read(folder, text -> text);
    return new DocumentReader(pack, pack.require("products"), (file, key, found) -> {}, PATHS);
  }

  private static Map<String, Object> row(String sku, String column, Object value) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("out_product_id", 7);
    row.put("on_sale", 1);
    row.put("skus.out_sku_id", sku);
    row.put("skus.sale_price", 100);
    row.put("skus.stock_num", 1);
    row.put(column, value);
    return row;
  }

  private Object value(String rule, Object given) throws IOException {
    Map<String, Object> document =
        reader("extra.season: {" + rule + "}").document(List.of(row("x", "extra.season", given)));
    return ((ExtraFields) document.get("extra")).all().get(0).value();
  }

  @Test
  void knowsWhichElementAColumnOfAListBelongsTo() throws IOException {
    Map<String, Object> document =
        reader("")
            .document(List.of(row("x", "extra.skus.lot", "A"), row("y", "extra.skus.lot", "B")));

    assertThat(document.get("extra"))
        .isEqualTo(
            new ExtraFields(
                List.of(
                    new ExtraField(Set.of(ADD), "skus.lot", Map.of("out_sku_id", "x"), "A"),
                    new ExtraField(Set.of(ADD), "skus.lot", Map.of("out_sku_id", "y"), "B"))));
  }

  @Test
  void takesAColumnOfTheWholeOnceAndRefusesTwoValuesOfIt() throws IOException {
    DocumentReader reader = reader("");
    Map<String, Object> first = row("x", "extra.season", "spring");

    assertThat(reader.document(List.of(first, row("y", "extra.season", "spring"))).get("extra"))
        .isEqualTo(
            new ExtraFields(List.of(new ExtraField(Set.of(ADD), "season", Map.of(), "spring"))));
    assertThatThrownBy(() -> reader.document(List.of(first, row("y", "extra.season", "autumn"))))
        .hasMessageContaining("differ in extra.season");
  }

  @Test
  void leavesOutNullAndWhatNoOperationTakes() throws IOException {
    DocumentReader reader = reader("");

    assertThat(reader.document(List.of(row("x", "extra.season", null)))).doesNotContainKey("extra");
    assertThat(reader.document(List.of(row("x", "extra.nowhere", 1)))).doesNotContainKey("extra");
  }

  @Test
  void makesOfAValueWhatJsonHasForIt() throws IOException {
    assertThat(value("", "spring")).isEqualTo("spring");
    assertThat(value("", 3)).isEqualTo(3L);
    assertThat(value("", new BigDecimal("3.00"))).isEqualTo(3L);
    assertThat(value("", new BigDecimal("3.50"))).isEqualTo(new BigDecimal("3.50"));
    assertThat(value("", true)).isEqualTo(1L);
    assertThat(value("", LocalDateTime.of(2026, 3, 1, 9, 0))).isEqualTo("2026-03-01 09:00:00");
    assertThat(value("money: yuan", "12.50")).isEqualTo(1250L);
    assertThat(value("map: m", "A")).isEqualTo("B");
    assertThat(value("json: true", "{\"a\": [1, true]}")).hasToString("{a=[1, true]}");
    assertThatThrownBy(() -> value("json: true", "{a"))
        .hasMessageContaining("extra.season")
        .hasMessageContaining("JSON");
  }

  @Test
  void tellsOfAColumnThatWouldReachNoRequest() throws IOException {
    Set<String> aliases =
        Set.of(
            "out_product_id",
            "on_sale",
            "skus.out_sku_id",
            "skus.sale_price",
            "skus.stock_num",
            "extra.season",
            "extra.nowhere");

    assertThat(reader("").aliasProblems(aliases))
        .singleElement()
        .extracting(problem -> problem.sentence(Language.EN))
        .asString()
        .contains("extra.nowhere", "products.sql", "hub.wechat.unknown-fields");
  }
}
