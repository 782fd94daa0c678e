package com.wechaterp.hub.erp.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.testing.Shared;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stock as ERPs keep it, and how much of it is offered. */
class StockColumnTest {

  private static final String STOCK = "skus.stock_num";

  @TempDir Path folder;
  private PackColumns columns;

  @BeforeEach
  void open() {
    columns = new PackColumns(folder);
  }

  @ParameterizedTest
  @CsvSource({"10, 10", "0, 0", "2.000, 2", "3000000000, 2147483647", "' 7 ', 7", "1E+2, 100"})
  void offersWholePiecesWithoutAWord(String given, long offered) throws IOException {
    assertThat(read("{}", given)).isEqualTo(offered);
    assertThat(columns.warnings).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-3, 0, erp-stock-below-zero",
    "-0.5, 0, erp-stock-below-zero",
    "2.5, 2, erp-stock-fraction",
    "0.999, 0, erp-stock-fraction",
    "n/a, 0, erp-stock-unreadable",
    "'', 0, erp-stock-unreadable",
    "1e999999999, 0, erp-stock-unreadable"
  })
  void takesTheSafeSideAndWarns(String given, long offered, String code) throws IOException {
    assertThat(read("{}", given)).isEqualTo(offered);
    assertThat(columns.warnings).extracting(Problem::code).containsExactly(code);
    assertThat(columns.warnings.get(0).sentence(Language.EN)).contains("55", "SKU S1", STOCK);
  }

  @Test
  void offersTheRecordedStocksOfTheirSafeSide() throws IOException {
    String sql = Files.readString(Shared.path("cases/06-stock-negative-or-fraction/input.sql"));
    Matcher recorded = Pattern.compile("qty=([-.\\d]+)").matcher(sql);

    assertThat(recorded.find()).isTrue();
    assertThat(read("{}", new BigDecimal(recorded.group(1)))).isEqualTo(0L);
    assertThat(recorded.find()).isTrue();
    assertThat(read("{}", new BigDecimal(recorded.group(1)))).isEqualTo(2L);
    assertThat(columns.warnings).hasSize(2);
  }

  @Test
  void forgivesADoubleItsNoise() throws IOException {
    assertThat(read("{}", 2.9999999999)).isEqualTo(3L);
    assertThat(read("{}", -0.0000000001)).isEqualTo(0L);
    assertThat(columns.warnings).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{minus: locked}                                   | 10 | 6",
        "{minus: [locked, sold]}                           | 10 | 5",
        "{minus: unknown}                                  | 10 | 10",
        "{share: 80%}                                      | 11 | 8",
        "{share: 0.5}                                      | 3  | 1",
        "{keep: 5}                                         | 8  | 3",
        "{keep: 5}                                         | 3  | 0",
        "{at-least: 2}                                     | 1  | 2",
        "{minus: locked, at-least: 0, share: 80%, keep: 5} | 24 | 11"
      })
  void offersWhatTheRuleLeaves(String rule, long given, long offered) throws IOException {
    assertThat(read(rule, given)).isEqualTo(offered);
    assertThat(columns.warnings).isEmpty();
  }

  @Test
  void warnsWhereMoreIsTakenOffThanThereIs() throws IOException {
    assertThat(read("{minus: locked}", 3)).isEqualTo(0L);
    assertThat(columns.warnings).extracting(Problem::code).containsExactly("erp-stock-below-zero");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{share: 120%}", "{share: most}", "{keep: -1}", "{keep: 1.5}", "{at-least: x}"})
  void refusesARuleThatSaysNoAmount(String rule) {
    assertThatThrownBy(() -> read(rule, 1))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("pack.yaml:1")
        .hasMessageContaining(rule.substring(1, rule.indexOf(':')));
  }

  @Test
  void refusesARuleOfStockForAnotherColumn() {
    assertThatThrownBy(() -> columns.read("title", "{keep: 5}", "Tea", Map.of()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("'keep' is for a stock");
  }

  private Object read(String rule, Object given) throws IOException {
    Map<String, Object> row = new HashMap<>();
    row.put("skus.out_sku_id", "S1");
    row.put("locked", 4);
    row.put("sold", "1.0");
    row.put("unknown", null);
    return columns.read(STOCK, rule, given, row);
  }
}
