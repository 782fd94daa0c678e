package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.erp.change.ErpChanges;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.testing.FaultyProxy;
import com.wechaterp.hub.testing.MariaDb;
import com.wechaterp.hub.work.WorkList;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of an ERP that fails in the middle, and of single rows it or the hub refuses. */
class SqlErpIT {

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
  private final String url = MariaDb.createDatabase("things");
  private final DriverManagerDataSource merchant = new DriverManagerDataSource(url, "root", "");
  private final JdbcTemplate jdbc = new JdbcTemplate(merchant);
  private FaultyProxy line;
  private ErpDatabase database;
  private SqlErp erp;

  @BeforeEach
  void open() throws IOException {
    jdbc.execute(
        "CREATE TABLE thing (no VARCHAR(16) NOT NULL, KEY (no), title VARCHAR(60), price VARCHAR(16),"
            + " state INT, CONSTRAINT known_state CHECK (state < 5)) ENGINE = InnoDB");
    jdbc.execute("CREATE TABLE told (no VARCHAR(16) PRIMARY KEY, times INT NOT NULL)");
    Files.writeString(folder.resolve("pack.yaml"), PACK);
    Files.writeString(folder.resolve("products.sql"), READ);
    Files.writeString(folder.resolve("product-state.sql"), WRITE);
    line = FaultyProxy.to(URI.create(url.substring("jdbc:".length())).getPort());
    database =
        new ErpDatabase(
            new ErpProperties(
                folder.toString(),
                url.replaceFirst(":\\d+/", ":" + line.port() + "/"),
                "root",
                "",
                4,
                Duration.ofSeconds(30)));
    PackFolder pack = new PackFolder(Path.of("."), folder.toString(), text -> text);
    erp =
        new SqlErp(
            pack::pack,
            database,
            Mockito.mock(ErpChanges.class),
            Mockito.mock(WorkList.class),
            Language.EN);
  }

  @AfterEach
  void close() throws IOException {
    database.close();
    line.close();
  }

  @Test
  void tellsAnOutageWhenTheConnectionBreaksInTheMiddleOfAStream() {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      rows.add(new Object[] {"T%05d".formatted(i), "Thing " + i, "1.00"});
    }
    jdbc.batchUpdate("INSERT INTO thing (no, title, price) VALUES (?, ?, ?)", rows);
    List<Object> seen = new ArrayList<>();

    ErpException failure =
        failure(
            () ->
                erp.stream(
                    "products",
                    document -> {
                      seen.add(document);
                      line.cut();
                    },
                    bad -> {}));

    assertThat(failure.kind()).isEqualTo(ErpException.Kind.OUTAGE);
    assertThat(failure.problem().code()).isEqualTo("erp-unreachable");
    assertThat(failure.problem().sentence(Language.ZH)).contains("无法连接 ERP", "127.0.0.1");
    assertThat(seen).isNotEmpty().hasSizeLessThan(5000);
  }

  @Test
  void goesOnOnceTheErpIsBack() {
    thing("T1", "1.00");
    line.cut();
    assertThat(failure(() -> erp.read("products", "T1")).kind())
        .isEqualTo(ErpException.Kind.OUTAGE);
    assertThat(database.problems()).extracting(Problem::code).containsExactly("erp-unreachable");

    line.pass();

    assertThat(erp.read("products", "T1")).isPresent();
    assertThat(database.problems()).isEmpty();
  }

  @Test
  void namesWhatIsWrongInARowAndStreamsItsNeighbours() {
    thing("T1", "1.00");
    thing("T2", "twelve");
    thing("T3", null);
    thing("T4", "1.005");
    thing("T5", "9.99");
    List<Object> seen = new ArrayList<>();
    Map<String, String> bad = new HashMap<>();

    erp.stream(
        "products",
        document -> {
          String no = String.valueOf(document.get("out_product_id"));
          seen.add(no);
          if (document.get("problems") instanceof List<?> problems) {
            bad.put(no, ((Problem) problems.get(0)).sentence(Language.ZH));
          }
        },
        row -> seen.add(row.key()));

    assertThat(seen).containsExactly("T1", "T2", "T3", "T4", "T5");
    assertThat(bad).containsOnlyKeys("T2", "T3", "T4");
    assertThat(bad.get("T2")).contains("skus.sale_price", "“twelve”不是数字", "products.sql", "只有该键等待");
    assertThat(bad.get("T3")).contains("skus.sale_price 为空", "products.sql", "默认值");
    assertThat(bad.get("T4")).contains("“1.005”不是精确到分的金额");
  }

  @Test
  void readsTheStockBesideAColumnThatHasTheWrongType() {
    thing("T2", "twelve");

    Map<String, Object> document = erp.read("products", "T2").orElseThrow();

    assertThat(document.get("skus"))
        .isEqualTo(List.of(Map.of("out_sku_id", "T2", "stock_num", 1L)));
    assertThat(String.valueOf(document.get("problems")))
        .contains("erp-value-wrong", "skus.sale_price", "twelve", "products.sql");
  }

  @Test
  void holdsOnlyTheKeyThatTwoRecordsHave() {
    thing("T1", "1.00");
    thing("T2", "2.00");
    jdbc.update("INSERT INTO thing (no, title, price) VALUES ('T1', 'Another', '3.00')");
    List<Object> good = new ArrayList<>();
    List<String> bad = new ArrayList<>();

    erp.stream(
        "products",
        document -> good.add(document.get("out_product_id")),
        row -> bad.add(row.problem().sentence(Language.ZH)));

    assertThat(good).containsExactly("T2");
    assertThat(bad)
        .singleElement()
        .asString()
        .contains("T1：同一键的各行在 title 上不一致", "products.sql", "只有该键等待");
    assertThat(failure(() -> erp.read("products", "T1")).kind())
        .isEqualTo(ErpException.Kind.BAD_ROW);
  }

  @Test
  void holdsOneKeyThatAConstraintRefusesAndWritesNothingOfIt() {
    thing("T1", "1.00");

    ErpException failure = failure(() -> write("T1", 7));

    assertThat(failure.kind()).isEqualTo(ErpException.Kind.BAD_ROW);
    assertThat(failure.problem().code()).isEqualTo("erp-write-refused");
    assertThat(failure).hasMessageContaining("T1").hasMessageContaining("known_state");
    assertThat(write("T1", 4)).isEqualTo(1);
  }

  @Test
  void takesTheFirstStatementBackWhenALaterOneIsRefused() {
    thing("T1", "1.00");
    jdbc.execute(
        "CREATE TRIGGER no_more BEFORE UPDATE ON told FOR EACH ROW"
            + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the books are closed'");

    ErpException failure = failure(() -> write("T1", 4));

    assertThat(failure.kind()).isEqualTo(ErpException.Kind.BAD_ROW);
    assertThat(failure).hasMessageContaining("the books are closed");
    assertThat(jdbc.queryForObject("SELECT state FROM thing WHERE no = 'T1'", Integer.class))
        .isNull();
  }

  @Test
  void blamesThePackForAColumnThatIsNotThere() throws IOException {
    Files.writeString(folder.resolve("products.sql"), READ.replace("g.price", "g.prise"));
    PackFolder mistyped = new PackFolder(Path.of("."), folder.toString(), text -> text);
    SqlErp other =
        new SqlErp(
            mistyped::pack,
            database,
            Mockito.mock(ErpChanges.class),
            Mockito.mock(WorkList.class),
            Language.EN);

    ErpException failure = failure(() -> other.read("products", "T1"));

    assertThat(failure.kind()).isEqualTo(ErpException.Kind.PACK);
    assertThat(failure.problem().sentence(Language.ZH)).contains("products.sql", "g.prise");
    assertThat(database.problems()).containsExactly(failure.problem());
  }

  @Test
  void writesAgainWhenItWasTheVictimOfADeadlock() {
    thing("T1", "1.00");
    List<Object[]> weight = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      weight.add(new Object[] {"W" + i});
    }
    TransactionTemplate clerk = new TransactionTemplate(new JdbcTransactionManager(merchant));
    CompletableFuture<Integer> hub = new CompletableFuture<>();

    clerk.executeWithoutResult(
        status -> {
          // The database ends the transaction that changed less.
          jdbc.batchUpdate("INSERT INTO told (no, times) VALUES (?, 0)", weight);
          jdbc.update("UPDATE told SET times = 10 WHERE no = 'T1'");
          hub.completeAsync(() -> write("T1", 4));
          await().until(this::somebodyWaits);
          jdbc.update("UPDATE thing SET title = 'the clerk was here' WHERE no = 'T1'");
        });

    assertThat(hub.join()).isEqualTo(1);
    assertThat(jdbc.queryForMap("SELECT title, state FROM thing WHERE no = 'T1'"))
        .isEqualTo(Map.of("title", "the clerk was here", "state", 4));
    assertThat(jdbc.queryForObject("SELECT times FROM told WHERE no = 'T1'", Integer.class))
        .isEqualTo(11);
  }

  private boolean somebodyWaits() {
    Integer waiting =
        new JdbcTemplate(new DriverManagerDataSource(url, "root", ""))
            .queryForObject(
                "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'",
                Integer.class);
    return waiting != null && waiting > 0;
  }

  private void thing(String no, String price) {
    jdbc.update("INSERT INTO thing (no, title, price) VALUES (?, ?, ?)", no, "Thing " + no, price);
    jdbc.update("INSERT INTO told (no, times) VALUES (?, 0)", no);
  }

  private int write(String no, int state) {
    return erp.write("product-state", Map.of("out_product_id", no, "edit_status", (long) state));
  }

  private static ErpException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    ErpException failure = catchThrowableOfType(ErpException.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }
}
