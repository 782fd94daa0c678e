package com.wechaterp.hub.work;

import com.wechaterp.hub.bench.Benchmark;
import com.wechaterp.hub.bench.Figure;
import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Marks 100,000 new keys, beside a bare batch insert of as many rows into one table. */
public final class MarkBenchmark implements Benchmark {

  private static final int KEYS = 100_000;

  @Override
  public List<Figure> run() {
    List<Figure> figures = new ArrayList<>();
    try (HikariDataSource h2 = HubDatabase.h2();
        HikariDataSource mariaDb = HubDatabase.mariaDb()) {
      figures.add(measure("marking 100,000 keys, H2", h2));
      figures.add(measure("marking 100,000 keys, MariaDB", mariaDb));
    }
    return figures;
  }

  private static Figure measure(String what, HikariDataSource database) {
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
    JdbcWorkList list =
        new JdbcWorkList(
            jdbc,
            transaction,
            new WorkQueries(JdbcClient.create(database), Clock.systemUTC()),
            new WorkRunners(),
            Clock.systemUTC());
    start = System.nanoTime();
    list.markAll("products", "main", keys, WorkPriority.NORMAL, "bench");
    return new Figure(what, "keys/s", bare, KEYS * 1e9 / (System.nanoTime() - start), 0);
  }
}
