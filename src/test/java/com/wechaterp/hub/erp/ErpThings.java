package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.erp.change.ErpChanges;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.testing.FaultyProxy;
import com.wechaterp.hub.testing.MariaDb;
import com.wechaterp.hub.work.WorkList;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An ERP behind a line that can fail, with short limits: a table of things without an index. */
abstract class ErpThings {

  static final Duration KEY = Duration.ofSeconds(2);
  static final Duration QUERY = Duration.ofSeconds(3);

  /** Far less than the minutes it took without a limit, and enough for a busy machine. */
  static final Duration SOON = Duration.ofSeconds(30);

  private static final String PACK =
      """
      ports:
        products: {}
        order-closed: {}
      constants: {title: t, path: p, third_cat_id: 6493, brand_id: 2100000000, on_sale: 1,
        skus.out_sku_id: s, skus.sale_price: 1, skus.stock_num: 1}
      """;
  static final String READ =
      "SELECT g.no AS `out_product_id`, g.title AS `title`"
          + " FROM thing g WHERE :keys(g.no) ORDER BY g.no";

  /** There is no index on the number, as in many an ERP; its clerks go by the id. */
  static final String WRITE = "UPDATE thing SET state = :status WHERE no = :out_order_id";

  @TempDir Path folder;
  final String url = MariaDb.createDatabase("waits");
  final DriverManagerDataSource merchant = new DriverManagerDataSource(url, "root", "");
  final JdbcTemplate jdbc = new JdbcTemplate(merchant);
  FaultyProxy line;
  ErpDatabase database;
  SqlErp erp;

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

  ErpDatabase database(Duration key) {
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

  SqlErp erp() {
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

  int close(String no) {
    return erp.write("order-closed", Map.of("out_order_id", no, "status", 4L));
  }

  static ErpException failureSoon(Supplier<?> call) {
    try {
      return CompletableFuture.supplyAsync(() -> failure(call))
          .get(SOON.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("The wait had no end", e);
    }
  }

  static ErpException failure(Supplier<?> call) {
    ErpException failure = catchThrowableOfType(ErpException.class, call::get);
    assertThat(failure).isNotNull();
    return failure;
  }
}
