package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.erp.change.ErpChanges;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.testing.FaultyProxy;
import com.wechaterp.hub.testing.FaultyProxy.Direction;
import com.wechaterp.hub.testing.MariaDb;
import com.wechaterp.hub.work.WorkList;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** No wait on the ERP is without an end: silence, trickle, a long statement, another's lock. */
class ErpWaitsIT {

  private static final Duration KEY = Duration.ofSeconds(2);
  private static final Duration QUERY = Duration.ofSeconds(3);

  /** Far less than the minutes it took without a limit, and enough for a busy machine. */
  private static final Duration SOON = Duration.ofSeconds(30);

  private static final String PACK =
      """
      ports:
        products: {}
        order-closed: {}
      constants: {title: t, path: p, third_cat_id: 6493, brand_id: 2100000000, on_sale: 1,
        skus.out_sku_id: s, skus.sale_price: 1, skus.stock_num: 1}
      """;
  private static final String READ =
      "SELECT g.no AS `out_product_id`, g.title AS `title`"
          + " FROM thing g WHERE :keys(g.no) ORDER BY g.no";

  /** There is no index on the number, as in many an ERP; its clerks go by the id. */
  private static final String WRITE = "UPDATE thing SET state = :status WHERE no = :out_order_id";

  @TempDir Path folder;
  private final String url = MariaDb.createDatabase("waits");
  private final DriverManagerDataSource merchant = new DriverManagerDataSource(url, "root", "");
  private final JdbcTemplate jdbc = new JdbcTemplate(merchant);
  private FaultyProxy line;
  private ErpDatabase database;
  private SqlErp erp;

  @BeforeEach
  void open() throws IOException {
    jdbc.execute(
        "CREATE TABLE thing (id INT AUTO_INCREMENT PRIMARY KEY, no VARCHAR(16) NOT NULL, title VARCHAR(60), state INT) ENGINE = InnoDB");
    for (int i = 1; i <= 3; i++) {
      jdbc.update("INSERT INTO thing (no, title, state) VALUES (?, 'Thing', 0)", "T" + i);
    }
    Files.writeString(folder.resolve("pack.yaml"), PACK);
    Files.writeString(folder.resolve("products.sql"), READ);
    Files.writeString(folder.resolve("order-closed.sql"), WRITE);
    line = FaultyProxy.to(URI.create(url.substring("jdbc:".length())).getPort());
    database = database(KEY);
    erp = erp();
    assertThat(erp.read("products", "T1")).isPresent();
  }

  private ErpDatabase database(Duration key) {
    return new ErpDatabase(
        new ErpProperties(
            folder.toString(),
            url.replaceFirst(":\\d+/", ":" + line.port() + "/"),
            "root",
            "",
            2,
            QUERY,
            key,
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            ErpProperties.Isolation.READ_COMMITTED));
  }

  private SqlErp erp() {
    PackFolder pack = new PackFolder(Path.of("."), folder.toString(), text -> text);
    return new SqlErp(
        pack::pack,
        database,
        Mockito.mock(ErpChanges.class),
        Mockito.mock(WorkList.class),
        Language.EN);
  }

  @AfterEach
  void close() throws IOException {
    line.close();
    database.close();
  }

  @Test
  void givesASilentErpUpAndSaysSo() {
    line.freeze();

    ErpException failure = failureSoon(() -> erp.read("products", "T1"));

    assertThat(failure.kind()).isEqualTo(ErpException.Kind.OUTAGE);
    assertThat(failure.problem().code()).isEqualTo("erp-silent");
    assertThat(failure.problem().sentence(Language.ZH))
        .contains("products.sql", "2 秒", "127.0.0.1");
    assertThat(database.problems()).extracting(Problem::code).containsExactly("erp-silent");
  }

  @Test
  void givesAWriteUpThatTheErpNeverAnswersAndGoesOnOnceTheLineIsMended() {
    line.freeze(Direction.TO_CLIENT);
    assertThat(failureSoon(() -> close("T1")).kind()).isEqualTo(ErpException.Kind.OUTAGE);
    line.cut();

    line.pass();

    await().atMost(SOON).ignoreExceptions().until(() -> close("T2") == 1);
    assertThat(database.problems()).isEmpty();
  }

  @Test
  void givesAnAnswerUpThatTricklesThoughEachByteComesInTime() {
    line.trickle(Direction.TO_CLIENT, Duration.ofMillis(300));

    assertThat(failureSoon(() -> erp.read("products", "T1")).problem().code())
        .isEqualTo("erp-silent");
  }

  @Test
  void givesAStreamUpThatFallsSilentInTheMiddle() {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      rows.add(new Object[] {"U%05d".formatted(i)});
    }
    jdbc.batchUpdate("INSERT INTO thing (no, title, state) VALUES (?, 'Thing', 0)", rows);
    List<Object> seen = new ArrayList<>();

    ErpException failure =
        failureSoon(
            () -> {
              erp.stream(
                  "products",
                  document -> {
                    seen.add(document);
                    line.freeze();
                  },
                  bad -> {});
              return seen;
            });

    assertThat(failure.problem().code()).isEqualTo("erp-silent");
    assertThat(seen).isNotEmpty().hasSizeLessThan(5000);
  }

  @Test
  void doesNotCountWhatTheHubDoesWithTheRows() {
    List<Object> seen = new ArrayList<>();
    Instant end = Instant.now().plus(QUERY).plus(KEY);

    erp.stream(
        "products",
        document -> {
          seen.add(document);
          await().atMost(SOON).until(() -> seen.size() > 1 || Instant.now().isAfter(end));
        },
        bad -> {});

    assertThat(seen).hasSize(3);
  }

  @Test
  void cancelsAStatementThatTakesTooLongAndBlamesOnlyItsKey() throws IOException {
    Files.writeString(
        folder.resolve("products.sql"),
        READ.replace("g.title", "CASE g.no WHEN 'T2' THEN SLEEP(600) ELSE g.title END"));
    erp = erp();

    ErpException failure = failureSoon(() -> erp.read("products", "T2"));

    assertThat(failure.kind()).isEqualTo(ErpException.Kind.BUSY);
    assertThat(failure.problem().code()).isEqualTo("erp-slow");
    assertThat(failure.problem().sentence(Language.EN)).startsWith("T2: ").contains("products.sql");
    assertThat(database.problems()).isEmpty();
    assertThat(erp.read("products", "T1")).isPresent();
  }

  @Test
  void tellsItsOwnWantOfConnectionsFromAnErpThatIsAway() {
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<?> first = CompletableFuture.runAsync(() -> keepBusy(done));
    CompletableFuture<?> second = CompletableFuture.runAsync(() -> keepBusy(done));

    ErpException failure =
        failureSoon(
            () -> {
              await().atMost(SOON).until(() -> sessions() >= 2);
              return erp.read("products", "T1");
            });

    done.countDown();
    CompletableFuture.allOf(first, second).join();
    assertThat(failure.problem().code()).isEqualTo("erp-pool-crowded");
    assertThat(failure.kind()).isEqualTo(ErpException.Kind.BUSY);
  }

  private void keepBusy(CountDownLatch done) {
    erp.stream("products", document -> awaitQuietly(done), bad -> {});
  }

  private static void awaitQuietly(CountDownLatch done) {
    await().atMost(SOON).until(() -> done.getCount() == 0);
  }

  private int sessions() {
    Integer there =
        jdbc.queryForObject(
            "SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()",
            Integer.class);
    return there == null ? 0 : there;
  }

  @Test
  void letsAStopNotWaitForTheErp() {
    database.close();
    database = database(Duration.ofHours(1));
    erp = erp();
    assertThat(erp.read("products", "T1")).isPresent();
    line.freeze();
    CompletableFuture<ErpException> reading =
        CompletableFuture.supplyAsync(() -> failure(() -> erp.read("products", "T1")));

    database.hurry();

    assertThat(reading).succeedsWithin(SOON);
    assertThat(reading.join().problem().code()).isEqualTo("erp-stopped");
    assertThat(reading.join().kind()).isEqualTo(ErpException.Kind.BUSY);
  }

  @Test
  void writesBesideAClerkWhoHasLockedAnotherRowOfTheTable() {
    clerk()
        .executeWithoutResult(
            status -> {
              jdbc.update("UPDATE thing SET title = 'the clerk types' WHERE id = 1");

              assertThat(close("T2")).isEqualTo(1);
            });
  }

  @Test
  void locksNoRowButItsOwn() {
    TransactionTemplate hub = database.transaction();
    hub.executeWithoutResult(
        status -> {
          database.template().update(WRITE, Map.of("status", 1, "out_order_id", "T2"));
          CompletableFuture<Integer> clerk =
              CompletableFuture.supplyAsync(
                  () -> jdbc.update("UPDATE thing SET state = 9 WHERE id = 3"));

          assertThat(clerk).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(1);
        });
  }

  @Test
  void saysThatAnotherSessionHasLockedTheRowAndCallsItNoOutage() {
    clerk()
        .executeWithoutResult(
            status -> {
              jdbc.update("UPDATE thing SET title = 'the clerk types' WHERE id = 1");

              ErpException failure = failureSoon(() -> close("T1"));

              assertThat(failure.kind()).isEqualTo(ErpException.Kind.BUSY);
              assertThat(failure.problem().code()).isEqualTo("erp-locked");
              assertThat(failure.problem().sentence(Language.EN))
                  .startsWith("T1: locked by another session of the ERP");
              assertThat(database.problems()).isEmpty();
            });
    assertThat(close("T1")).isEqualTo(1);
  }

  private TransactionTemplate clerk() {
    return new TransactionTemplate(new JdbcTransactionManager(merchant));
  }

  private int close(String no) {
    return erp.write("order-closed", Map.of("out_order_id", no, "status", 4L));
  }

  private static ErpException failureSoon(Supplier<?> call) {
    try {
      return CompletableFuture.supplyAsync(() -> failure(call))
          .get(SOON.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("The wait had no end", e);
    }
  }

  private static ErpException failure(Supplier<?> call) {
    ErpException failure = catchThrowableOfType(ErpException.class, call::get);
    assertThat(failure).isNotNull();
    return failure;
  }
}
