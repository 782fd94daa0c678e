package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SqlLineTest {

  private static final String SQL =
      """
      -- Goods, with their goods_title.
      SELECT
        g.goods_no,
        g.goods_title
      FROM goods g
      WHERE is_open(g.goods_no)
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "You have an error in your SQL syntax; check the manual near 'FORM goods' at line 5|5",
        "Unknown column 'g.goods_title' in 'field list'|4",
        "Unknown column 'goods_title' in 'SELECT'|4",
        "Table 'shop.goods' doesn't exist|5",
        "FUNCTION shop.is_open does not exist|6",
      })
  void isTheLineMySqlNamesOrTheFirstWithTheNameItDoesNotKnow(String says, int line) {
    BadSqlGrammarException failure =
        new BadSqlGrammarException("query", SQL, new SQLException(says, "42000", 1));

    assertThat(SqlLine.at("shop/products.sql", failure)).isEqualTo("shop/products.sql:" + line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"FROM goods|FORM goods|5", "goods_title|goods_titel|4", "is_open|is_opn|6"})
  void isTheLineH2Marks(String right, String wrong, int line) {
    JdbcTemplate h2 =
        new JdbcTemplate(
            new DriverManagerDataSource(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    h2.execute("CREATE TABLE goods (goods_no VARCHAR(9), goods_title VARCHAR(9))");
    h2.execute("CREATE ALIAS is_open FOR 'java.lang.Boolean.parseBoolean'");

    DataAccessException failure =
        catchThrowableOfType(
            DataAccessException.class, () -> h2.queryForList(SQL.replace(right, wrong)));

    assertThat(SqlLine.at("shop/products.sql", failure)).isEqualTo("shop/products.sql:" + line);
  }

  @Test
  void isLeftOutWhereNobodyCanTell() {
    BadSqlGrammarException failure =
        new BadSqlGrammarException(
            "query", SQL, new SQLException("SELECT command denied to user 'hub'", "42000", 1142));

    assertThat(SqlLine.at("shop/products.sql", failure)).isEqualTo("shop/products.sql");
  }
}
