package com.wechaterp.hub.work;

import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.bench.Benchmark;
import com.wechaterp.hub.bench.Figure;
import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Marks 100,000 keys, new and then known, beside a bare batch insert of as many rows into one
 * table.
 */
public final class MarkBenchmark implements Benchmark {

  private static final int KEYS = 100_000;

  @Override
  public List<Figure> run() {
    List<Figure> figures = new ArrayList<>();
    try (HikariDataSource h2 = HubDatabase.h2();
        HikariDataSource mariaDb = HubDatabase.mariaDb()) {
      measure("H2", h2, figures);
      measure("MariaDB", mariaDb, figures);
    }
    return figures;
  }

  private static void measure(String where, HikariDataSource database, List<Figure> figures) {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    List<String> keys = IntStream.range(0, KEYS).mapToObj(i -> "K" + i).toList();
    jdbc.execute("CREATE TABLE bare (k VARCHAR(128) PRIMARY KEY, t VARCHAR(255))");
    long start = System.nanoTime();
    transaction.executeWithoutResult(
        status -> {
          for (int from = 0; from < KEYS; from += 500) {
            jdbc.batchUpdate(
                "INSERT INTO bare VALUES (?, ?)",
                keys.subList(from, from + 500).stream()
                    .map(key -> new Object[] {key, "bare"})
                    .toList());
          }
        });
    double bare = KEYS * 1e9 / (System.nanoTime() - start);
    WorkNode node = new WorkNode(database);
    for (String what : List.of("new", "known")) {
      start = System.nanoTime();
      node.markAll("main", keys);
      double marked = KEYS * 1e9 / (System.nanoTime() - start);
      await().pollInterval(Duration.ofMillis(20)).forever().until(() -> node.spooled() == 0);
      double unrolled = KEYS * 1e9 / (System.nanoTime() - start);
      String name = "marking 100,000 " + what + " keys, " + where;
      figures.add(new Figure(name, "keys/s", bare, marked, 0));
      figures.add(new Figure(name + ", until all are due", "keys/s", bare, unrolled, 0));
    }
    node.stop();
  }
}
