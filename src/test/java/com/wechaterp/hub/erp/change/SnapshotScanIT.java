package com.wechaterp.hub.erp.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.testing.MariaDb;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A million SKUs, read as the hub reads them and bare, on the same server in the same run. */
class SnapshotScanIT {

  private static final int ROWS = 1_000_000;
  private static final int ROUNDS = 3;

  private interface OnRow {
    void accept(ResultSet row) throws SQLException;
  }

  @Test
  void findsNothingToDoAtHalfTheRateOfABareReadOrMore() throws SQLException {
    // given a snapshot of a million rows
    try (HikariDataSource hub = HubDatabase.mariaDb();
        Connection erp = DriverManager.getConnection(MariaDb.createDatabase("erp"), "root", "")) {
      fill(erp);
      assertThat(scan(erp, hub)).isEqualTo(ROWS);

      // when they are read again, bare and compared, in turn
      long bare = Long.MAX_VALUE;
      long compared = Long.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        read(erp, SnapshotScanIT::columns);
        bare = Math.min(bare, System.nanoTime() - start);
        start = System.nanoTime();
        assertThat(scan(erp, hub)).isZero();
        compared = Math.min(compared, System.nanoTime() - start);
      }

      // then
      System.out.printf(
          "snapshot of %,d rows: bare %,d ms, compared %,d ms, rate %.2f of bare%n",
          ROWS, bare / 1_000_000, compared / 1_000_000, (double) bare / compared);
    }
  }

  private static int scan(Connection erp, HikariDataSource hub) throws SQLException {
    SnapshotScan scan =
        new SnapshotScan(
            new JdbcTemplate(hub),
            new TransactionTemplate(new JdbcTransactionManager(hub)),
            mock(WorkList.class),
            new SnapshotScan.Target("stock", "stock", "main", 80));
    read(
        erp,
        row -> {
          RowFold fold = new RowFold();
          String key = row.getString(1);
          fold.add(key).add(row.getString(2)).add(row.getString(3)).add(row.getString(4));
          scan.add(new Fingerprint(key, fold.hash()));
        });
    return scan.finish();
  }

  private static void columns(ResultSet row) throws SQLException {
    for (int column = 1; column <= 4; column++) {
      row.getString(column);
    }
  }

  private static void read(Connection erp, OnRow onRow) throws SQLException {
    try (Statement statement = erp.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT id, code, price, stock FROM sku ORDER BY id")) {
      while (rows.next()) {
        onRow.accept(rows);
      }
    }
  }

  private static void fill(Connection erp) throws SQLException {
    try (Statement statement = erp.createStatement()) {
      statement.execute(
          "CREATE TABLE sku (id BIGINT UNSIGNED PRIMARY KEY, code VARCHAR(32),"
              + " price DECIMAL(10,2), stock INT)");
      statement.execute(
          "INSERT INTO sku SELECT 18446744073700000000 + seq, CONCAT('SKU-', seq), seq / 100,"
              + " seq % 500 FROM seq_1_to_"
              + ROWS);
    }
  }
}
