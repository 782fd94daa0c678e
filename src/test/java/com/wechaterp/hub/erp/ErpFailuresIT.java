package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.erp.change.ErpChanges;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.testing.MariaDb;
import com.wechaterp.hub.work.WorkList;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whose fault a failure of the ERP's database is: one row's, the statement's, the settings'. */
class ErpFailuresIT {

  private static final String PACK =
      """
      ports:
        products: {}
        order-closed: {}
      constants: {path: p, third_cat_id: 6493, brand_id: 2100000000, on_sale: 1,
        skus.out_sku_id: s, skus.sale_price: 1, skus.stock_num: 1}
      """;
  private static final String READ =
      "SELECT g.no AS `out_product_id`, g.title AS `title`"
          + " FROM thing g WHERE :keys(g.no) ORDER BY g.no";
  private static final String WRITE = "UPDATE thing SET state = :status WHERE no = :out_order_id";

  @TempDir Path folder;
  private final String url = MariaDb.createDatabase("failures");
  private final JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(url, "root", ""));
  private final List<ErpDatabase> opened = new ArrayList<>();

  @BeforeEach
  void fill() throws IOException {
    jdbc.execute(
        "CREATE TABLE thing (no VARCHAR(16) PRIMARY KEY, title VARCHAR(60), state INT,"
            + " note VARCHAR(60) CHARACTER SET utf8mb3) ENGINE = InnoDB");
    jdbc.execute("CREATE TABLE part (no VARCHAR(16), title VARCHAR(60))");
    for (int i = 1; i <= 3; i++) {
      jdbc.update("INSERT INTO thing (no, title, state) VALUES (?, 'Thing', 0)", "T" + i);
      jdbc.update("INSERT INTO part VALUES (?, 'Part')", "T" + i);
    }
    jdbc.update("INSERT INTO part VALUES ('T2', 'Another')");
    Files.writeString(folder.resolve("pack.yaml"), PACK);
    Files.writeString(folder.resolve("products.sql"), READ);
    Files.writeString(folder.resolve("order-closed.sql"), WRITE);
  }

  @AfterEach
  void close() {
    opened.forEach(ErpDatabase::close);
  }

  private SqlErp erp() {
    return erp(url, "root", "");
  }

  private SqlErp erp(String address, String user, String password) {
    ErpDatabase database =
        new ErpDatabase(
            new ErpProperties(
                folder.toString(), address, user, password, 2, Duration.ofSeconds(30)));
    opened.add(database);
    PackFolder pack = new PackFolder(Path.of("."), folder.toString(), text -> text);
    return new SqlErp(
        pack::pack,
        database,
        Mockito.mock(ErpChanges.class),
        Mockito.mock(WorkList.class),
        Language.EN);
  }

  @ParameterizedTest
  @CsvSource({
    "HY000, 1366, Incorrect string value",
    "HY000, 1292, Incorrect datetime value",
    "HY000, 9999, something nobody has heard of"
  })
  void holdsOneKeyThatTheServerRefusesWithAnErrorOfItsOwn(String state, int code, String text) {
    jdbc.execute(
        "CREATE TRIGGER refuses BEFORE UPDATE ON thing FOR EACH ROW IF NEW.no = 'T2' THEN"
            + " SIGNAL SQLSTATE '%s' SET MYSQL_ERRNO = %d, MESSAGE_TEXT = '%s'; END IF"
                .formatted(state, code, text));
    SqlErp erp = erp();

    ErpException failure = failure(() -> close(erp, "T2"));

    assertThat(failure.kind()).isEqualTo(ErpException.Kind.BAD_ROW);
    assertThat(failure.problem().code()).isEqualTo("erp-write-refused");
    assertThat(failure).hasMessageContaining("T2").hasMessageContaining(text);
    assertThat(close(erp, "T1")).isEqualTo(1);
    assertThat(troubles()).isEmpty();
  }

  @Test
  void holdsOneKeyWhoseTextTheTablesCharacterSetDoesNotHave() throws IOException {
    Files.writeString(
        folder.resolve("order-closed.sql"),
        "UPDATE thing SET note = CONVERT(:status_name USING utf8mb3) WHERE no = :out_order_id");
    SqlErp erp = erp();

    ErpException failure =
        failure(
            () ->
                erp.write(
                    "order-closed", Map.of("out_order_id", "T2", "status_name", "closed 😀")));

    assertThat(failure.kind()).isEqualTo(ErpException.Kind.BAD_ROW);
    assertThat(erp.write("order-closed", Map.of("out_order_id", "T1", "status_name", "已取消")))
        .isEqualTo(1);
    assertThat(troubles()).isEmpty();
  }

  @Test
  void holdsOneKeyForWhichASubqueryFindsTwoRows() throws IOException {
    Files.writeString(
        folder.resolve("order-closed.sql"),
        "UPDATE thing SET title = (SELECT p.title FROM part p WHERE p.no = thing.no)"
            + " WHERE no = :out_order_id");
    SqlErp erp = erp();

    assertThat(failure(() -> close(erp, "T2")).kind()).isEqualTo(ErpException.Kind.BAD_ROW);
    assertThat(close(erp, "T1")).isEqualTo(1);
    assertThat(troubles()).isEmpty();
  }

  @Test
  void readsTheNeighboursOfARowThatTheServerCannotAnswer() throws IOException {
    Files.writeString(
        folder.resolve("products.sql"),
        READ.replace("g.title", "(SELECT p.title FROM part p WHERE p.no = g.no)"));
    SqlErp erp = erp();
    List<Object> good = new ArrayList<>();
    List<BadRow> bad = new ArrayList<>();

    erp.read(
        "products",
        List.of("T1", "T2", "T3"),
        document -> good.add(document.get("out_product_id")),
        bad::add);

    assertThat(good).containsExactly("T1", "T3");
    assertThat(bad).extracting(BadRow::key).containsExactly("T2");
    assertThat(bad.get(0).problem().code()).isEqualTo("erp-read-refused");
    assertThat(failure(() -> erp.read("products", "T2")).kind())
        .isEqualTo(ErpException.Kind.BAD_ROW);
  }

  @Test
  void callsAnErrorItDoesNotKnowThatWhereManyRowsWereRead() throws IOException {
    Files.writeString(
        folder.resolve("products.sql"),
        READ.replace("g.title", "(SELECT p.title FROM part p WHERE p.no = g.no)"));

    ErpException failure =
        failure(
            () -> {
              erp().stream("products", document -> {}, bad -> {});
              return 0;
            });

    assertThat(failure.problem().code()).isEqualTo("erp-unrecognised");
    assertThat(failure.kind()).isEqualTo(ErpException.Kind.PACK);
    assertThat(failure)
        .hasMessageContaining("an error the hub does not know")
        .hasMessageContaining("Subquery returns more than 1 row");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE thing SET stat = :status WHERE no = :out_order_id",
        "UPDATE things SET state = :status WHERE no = :out_order_id",
        "UPDATE thing SET state = :status WHERE no == :out_order_id",
        "CALL close_it(:out_order_id, :status)"
      })
  void blamesThePackForAWriteThatCannotBePrepared(String sql) throws IOException {
    Files.writeString(folder.resolve("order-closed.sql"), sql);
    SqlErp erp = erp();

    ErpException failure = failure(() -> close(erp, "T1"));

    assertThat(failure.kind()).isEqualTo(ErpException.Kind.PACK);
    assertThat(failure.problem().code()).isEqualTo("erp-sql-wrong");
    assertThat(failure).hasMessageContaining("order-closed.sql").hasMessageContaining("'doctor'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{server}/nothing_here; root; secret; erp-database-missing; after the last /",
        "{server}/; root; ''; erp-database-missing; after the last /",
        "{url}&sslMode=REQUIRED; root; ''; erp-tls; sslMode=DISABLED",
        "jdbc:mysql://127.0.0.1:port/shop; root; ''; erp-settings-wrong; hub.erp.url",
        "{url}&prepStmtCacheSize=many; root; ''; erp-settings-wrong; hub.erp.url",
        "jdbc:mysql://127.0.0.1:1/shop; root; ''; erp-unreachable; database runs"
      })
  void saysWhatIsWrongWithTheSettings(
      String address, String user, String password, String code, String remedy) {
    if (code.equals("erp-tls") || password.equals("secret")) {
      MariaDb.require("test server takes any password and has no TLS");
    }
    String server = "jdbc:mysql://127.0.0.1:" + URI.create(url.substring(5)).getPort();
    SqlErp erp = erp(address.replace("{url}", url).replace("{server}", server), user, password);

    ErpException failure = failure(() -> close(erp, "T1"));

    assertThat(failure.problem().code()).isEqualTo(code);
    assertThat(failure.kind())
        .isEqualTo(
            code.equals("erp-unreachable") ? ErpException.Kind.OUTAGE : ErpException.Kind.PACK);
    assertThat(failure.problem().sentence(Language.EN)).contains(remedy).doesNotContain("secret");
  }

  @Test
  void namesAStatementThatIsNoQuery() throws IOException {
    Files.writeString(
        folder.resolve("products.sql"),
        "SET @a = (SELECT 1 FROM thing g WHERE :keys(g.no) LIMIT 1)");

    assertThat(failure(() -> erp().read("products", "T1")).problem().code())
        .isEqualTo("erp-statement-kind");
  }

  private List<Problem> troubles() {
    return opened.stream().flatMap(each -> each.problems().stream()).toList();
  }

  private static int close(SqlErp erp, String no) {
    return erp.write("order-closed", Map.of("out_order_id", no, "status", 4L));
  }

  private static ErpException failure(Supplier<?> call) {
    ErpException failure = catchThrowableOfType(ErpException.class, call::get);
    assertThat(failure).isNotNull();
    return failure;
  }
}
