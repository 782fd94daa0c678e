package com.wechaterp.hub.erp.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/** Where statements of a file begin and end, whatever stands in comments and quotes. */
class SqlTextTest {

  private static final String KEPT = "UPDATE t SET a = :a WHERE no = :no";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- a; b :x ? &1 don't\n" + KEPT,
        "# a; b :x ? &1 don't\n" + KEPT + " # and more; of it",
        "/* a; b :x ? &1 don't */ " + KEPT + ";",
        "/* two\n lines; */\n" + KEPT + "\n;\n-- the end;",
        KEPT + " --",
        "\r\n" + KEPT + ";\r\n"
      })
  void leavesCommentsOut(String text) {
    assertThat(bare(text)).containsExactly(KEPT);
  }

  @Test
  void endsStatementsWhereverASemicolonStands() {
    assertThat(bare("SELECT 1; SELECT 2;\n; SELECT 3"))
        .containsExactly("SELECT 1", "SELECT 2", "SELECT 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a; -- # /* :x ? &1'", "\"a; 'b' /* :x\"", "`a;b`", "'it''s; so'"})
  void takesQuotedTextAsItIs(String quoted) {
    assertThat(SqlText.of("SELECT " + quoted).statements()).containsExactly("SELECT " + quoted);
  }

  @Test
  void keepsParametersBehindAnEscapedQuoteApartFromText() {
    List<String> statements =
        SqlText.of("UPDATE t SET a = 'it\\'s :x; \\\\', b = :a WHERE no = :no").statements();

    assertThat(statements)
        .containsExactly("UPDATE t SET a = 'it''s :x; \\\\', b = :a WHERE no = :no");
    assertThat(parameters(statements.get(0))).containsExactly(1, 2);
  }

  @Test
  void leavesBitsAndHintsToTheDatabase() {
    List<String> statements =
        SqlText.of("SELECT /*+ NO_INDEX_MERGE(t) */ a&1, a &&b, 5--1 FROM t WHERE no = :no")
            .statements();

    assertThat(statements.get(0)).contains("/*+ NO_INDEX_MERGE(t) */", "a& 1", "&& b", "5--1");
    assertThat(SqlText.of("SELECT a&mask FROM t WHERE no = :no").statements())
        .allSatisfy(each -> assertThat(parameters(each)).containsExactly(2));
  }

  @Test
  void keepsTheNumbersOfLines() {
    assertThat(SqlText.of("SELECT /* one\ntwo\n*/ 1\n-- three\nFROM t").statements().get(0).lines())
        .hasSize(5);
    assertThat(SqlText.of("/* one\ntwo */\nSELECT 1;\n\nSELECT 2").statements().get(1))
        .isEqualTo("--\n--\n--\n--\nSELECT 2");
  }

  private static List<String> bare(String text) {
    return SqlText.of(text).statements().stream().map(each -> each.replace("--\n", "")).toList();
  }

  private static List<Object> parameters(String statement) {
    return List.of(
        NamedParameterUtils.buildValueArray(
            NamedParameterUtils.parseSqlStatement(statement),
            new MapSqlParameterSource(Map.of("a", 1, "no", 2)),
            null));
  }
}
