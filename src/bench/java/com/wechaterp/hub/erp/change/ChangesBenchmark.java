package com.wechaterp.hub.erp.change;

import com.wechaterp.hub.bench.Benchmark;
import com.wechaterp.hub.bench.Figure;
import com.wechaterp.hub.erp.ErpDatabase;
import com.wechaterp.hub.erp.ErpProperties;
import com.wechaterp.hub.erp.pack.ChangeRule;
import com.wechaterp.hub.erp.pack.KeyCheck;
import com.wechaterp.hub.erp.pack.PackReader;
import com.wechaterp.hub.erp.pack.Port;
import com.wechaterp.hub.erp.pack.PortType;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.testing.MariaDb;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.mockito.Mockito;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds changes among a million SKUs: by snapshot, beside a bare read; by time, among few and many.
 */
public final class ChangesBenchmark implements Benchmark {

  private static final int ROWS = 1_000_000;
  private static final int FEW = 10_000;
  private static final int ROUNDS = 5;
  private static final String BY_TIME =
      "SELECT id AS changed_key, changed AS changed_at FROM %s"
          + " WHERE changed > :since OR changed = :since AND id > :since_key"
          + " ORDER BY changed, id LIMIT :limit";

  @Override
  public List<Figure> run() throws Exception {
    String url = MariaDb.createDatabase("changes");
    try (HikariDataSource hub = HubDatabase.mariaDb();
        ErpDatabase erp =
            new ErpDatabase(new ErpProperties("bench", url, "root", "", 4, Duration.ofHours(1)))) {
      fill(erp, "sku", ROWS);
      fill(erp, "sku_few", FEW);
      return List.of(snapshot(erp, hub), time(erp, hub));
    }
  }

  private static void fill(ErpDatabase erp, String table, int rows) {
    JdbcTemplate jdbc = new JdbcTemplate(erp.template().getJdbcTemplate().getDataSource());
    jdbc.execute(
        "CREATE TABLE "
            + table
            + " (id BIGINT UNSIGNED PRIMARY KEY, code VARCHAR(32), price DECIMAL(10,2), stock INT,"
            + " changed DATETIME NOT NULL, KEY (changed, id))");
    jdbc.execute(
        "INSERT INTO "
            + table
            + " SELECT 18446744073700000000 + seq, CONCAT('SKU-', seq), seq / 100, seq % 500,"
            + " '2026-01-01' FROM seq_1_to_"
            + rows);
  }

  private static Figure snapshot(ErpDatabase erp, HikariDataSource hub) throws Exception {
    Path folder = Files.createTempDirectory("bench-pack");
    Files.writeString(folder.resolve("pack.yaml"), "ports: {stock: {}}");
    Files.writeString(
        folder.resolve("stock.sql"),
        "SELECT id AS out_product_id, code AS `skus.out_sku_id`, price AS `skus.sale_price`,"
            + " stock AS `skus.stock_num` FROM sku WHERE :keys(id) ORDER BY id");
    Port port = PackReader.read(folder, text -> text).require("stock");
    find(erp, hub, port);
    long bare = Long.MAX_VALUE;
    long compared = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      read(erp, port);
      bare = Math.min(bare, System.nanoTime() - start);
      start = System.nanoTime();
      int changed = find(erp, hub, port);
      compared = Math.min(compared, System.nanoTime() - start);
      if (changed != 0) {
        throw new IllegalStateException(changed + " keys marked though nothing changed");
      }
    }
    return new Figure(
        "nothing to do in a snapshot of 1,000,000", "rows/s", rate(bare), rate(compared), 0.5);
  }

  private static int find(ErpDatabase erp, HikariDataSource hub, Port port) {
    SnapshotScan scan =
        new SnapshotScan(
            new JdbcTemplate(hub),
            new TransactionTemplate(new JdbcTransactionManager(hub)),
            Mockito.mock(WorkList.class),
            new SnapshotScan.Target("stock", "stock", "main", 80));
    KeyCheck check = new KeyCheck(port.type(), port.file(), port.type().key());
    return new SnapshotFinder(erp).find(port, check, scan);
  }

  private static void read(ErpDatabase erp, Port port) {
    RowCallbackHandler each =
        row -> {
          for (int column = 1; column <= 4; column++) {
            row.getString(column);
          }
        };
    erp.template().query(port.sqlForAll(), Map.of(), each);
  }

  /** The same 1,000 changes, among 10,000 rows and among a million. */
  private static Figure time(ErpDatabase erp, HikariDataSource hub) {
    return new Figure(
        "1,000 changes by time: of 10,000 rows, of 1,000,000",
        "keys/s",
        changes(erp, hub, "sku_few"),
        changes(erp, hub, "sku"),
        0.5);
  }

  private static double changes(ErpDatabase erp, HikariDataSource hub, String table) {
    JdbcTemplate jdbc = new JdbcTemplate(erp.template().getJdbcTemplate().getDataSource());
    ChangeRule rule =
        new ChangeRule(
            ChangeRule.By.TIME,
            BY_TIME.formatted(table),
            "",
            "datetime",
            null,
            Duration.ofMinutes(1),
            0);
    CursorFinder finder =
        new CursorFinder(
            erp,
            new ErpCursors(new JdbcTemplate(hub)),
            new TransactionTemplate(new JdbcTransactionManager(hub)),
            Clock.systemUTC());
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    KeyCheck check = new KeyCheck(PortType.require("products"), "changed.sql", "changed_key");
    finder.find(table, rule, zone, check, keys -> {});
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      jdbc.update(
          "UPDATE "
              + table
              + " SET changed = '2026-02-01' + INTERVAL ? HOUR ORDER BY id LIMIT 1000",
          round);
      int[] found = {0};
      long start = System.nanoTime();
      finder.find(table, rule, zone, check, keys -> found[0] += keys.size());
      best = Math.min(best, System.nanoTime() - start);
      if (found[0] != 1000) {
        throw new IllegalStateException(found[0] + " changes found instead of 1000");
      }
    }
    return 1000 * 1e9 / best;
  }

  private static double rate(long nanos) {
    return ROWS * 1e9 / nanos;
  }
}
