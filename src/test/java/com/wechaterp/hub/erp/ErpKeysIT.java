package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.erp.change.ErpChanges;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.testing.MariaDb;
import com.wechaterp.hub.work.WorkList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Keys the hub cannot keep or tell apart, and values it must not repeat, on a real MariaDB. */
class ErpKeysIT {

  private static final String PACK =
      """
      ports:
        products:
          columns: {skus.sale_price: {money: yuan}}
        product-state: {}
      constants: {path: p, third_cat_id: 6493, brand_id: 2100000000, on_sale: 1, skus.stock_num: 1}
      """;
  private static final String READ =
      """
      SELECT g.no AS `out_product_id`, g.title AS `title`, g.no AS `skus.out_sku_id`,
        g.price AS `skus.sale_price`
      FROM thing g
      WHERE :keys(g.no)
      ORDER BY g.no""";
  private static final String WRITE =
      """
      UPDATE thing SET state = :edit_status WHERE no = :out_product_id;
      UPDATE told SET times = times + 1 WHERE no = :out_product_id""";

  @TempDir Path folder;
  private final String url = MariaDb.createDatabase("keys");
  private final JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(url, "root", ""));
  private ErpDatabase database;
  private SqlErp erp;

  @BeforeEach
  void open() throws IOException {
    jdbc.execute(
        "CREATE TABLE thing (no VARCHAR(16) NOT NULL, title VARCHAR(60), price VARCHAR(16), state INT)");
    jdbc.execute("CREATE TABLE told (no VARCHAR(16) PRIMARY KEY, times INT NOT NULL)");
    Files.writeString(folder.resolve("pack.yaml"), PACK);
    Files.writeString(folder.resolve("products.sql"), READ);
    Files.writeString(folder.resolve("product-state.sql"), WRITE);
    database =
        new ErpDatabase(
            new ErpProperties(folder.toString(), url, "root", "", 4, Duration.ofSeconds(30)));
    PackFolder pack = new PackFolder(Path.of("."), folder.toString(), text -> text);
    erp =
        new SqlErp(
            pack::pack,
            database,
            Mockito.mock(ErpChanges.class),
            Mockito.mock(WorkList.class),
            Language.EN);
    jdbc.update("INSERT INTO thing (no, title, price) VALUES ('T1', 'One', '1.00')");
    jdbc.update("INSERT INTO told (no, times) VALUES ('T1', 0)");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void namesTheKeyOfADuplicateButNotTheValueInIt() {
    jdbc.execute("ALTER TABLE told ADD COLUMN phone VARCHAR(20), ADD UNIQUE KEY one_phone (phone)");
    jdbc.update("INSERT INTO told VALUES ('X', 0, '13800\\'138000')");
    jdbc.execute(
        "CREATE TRIGGER same_phone BEFORE UPDATE ON told FOR EACH ROW"
            + " SET NEW.phone = '13800\\'138000'");

    ErpException failure =
        failure(
            () -> erp.write("product-state", Map.of("out_product_id", "T1", "edit_status", 4L)));

    assertThat(failure.kind()).isEqualTo(ErpException.Kind.BAD_ROW);
    assertThat(failure)
        .hasMessageContaining("product-state.sql")
        .hasMessageContaining("Duplicate entry '***' for key")
        .hasMessageContaining("one_phone");
    assertThat(failure).asString().doesNotContain("13800");
    assertThat(failure).hasNoCause();
  }

  @Test
  void holdsAKeyThatTheErpAnswersInAnotherCase() {

    ErpException failure = failure(() -> erp.read("products", "t1"));

    assertThat(failure.kind()).isEqualTo(ErpException.Kind.BAD_ROW);
    assertThat(failure).hasMessageContaining("products.sql answers with the out_product_id 'T1'");
    assertThat(erp.read("products", "T1")).isPresent();
  }

  @Test
  void namesBadKeysOfAFullListAndForgetsThemOnceTheyAreMended() {
    jdbc.update("INSERT INTO thing (no, title, price) VALUES (' T2', 'Two', '2.00')");
    jdbc.update("INSERT INTO thing (no, title, price) VALUES ('', 'None', '2.00')");

    assertThat(erp.markAll("products", "products", "main")).isEqualTo(1);
    assertThat(database.problems())
        .extracting(Problem::code)
        .containsExactlyInAnyOrder("erp-key-blanks", "erp-key-empty");

    jdbc.update("UPDATE thing SET no = 'T2' WHERE no = ' T2'");
    jdbc.update("DELETE FROM thing WHERE no = ''");
    assertThat(erp.markAll("products", "products", "main")).isEqualTo(2);
    assertThat(database.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"on_sale, maybe", "deleted, perhaps"})
  void holdsOneKeyOfWhichNobodyKnowsWhetherItIsForSale(String column, String value)
      throws IOException {
    Files.writeString(
        folder.resolve("products.sql"),
        READ.replace("g.price", "'" + value + "' AS `" + column + "`, g.price"));

    ErpException failure = failure(() -> erp.read("products", "T1"));

    assertThat(failure.kind()).isEqualTo(ErpException.Kind.BAD_ROW);
    assertThat(failure)
        .hasMessageContaining("T1: " + column + " is '" + value)
        .hasMessageContaining("products.sql");
  }

  private static ErpException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    ErpException failure = catchThrowableOfType(ErpException.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }
}
