package com.wechaterp.hub.work;

import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.bench.Benchmark;
import com.wechaterp.hub.bench.Figure;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finishes the keys of one account while 50,000 older keys of another account of the flow are
 * paused, beside the same without those; and counts how often a paused key was picked.
 */
public final class PauseBenchmark implements Benchmark {

  private static final int PAUSED = 50_000;
  private static final int OTHERS = 2_000;
  private static final Problem REASON = Problem.of("hub-no-reason", "key", "x");
  private static final Duration MINUTE = Duration.ofMinutes(1);

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
    WorkNode node = new WorkNode(database);
    node.run("products", 4, (key, attempts, priority) -> ending(key));
    double bare = rate(node, 0);
    node.markAll("wrong", keys(PAUSED));
    await().atMost(MINUTE).until(() -> !node.products().paused().isEmpty());
    double beside = rate(node, OTHERS);
    node.stop();
    String what = "keys of an account beside 50,000 paused ones, ";
    figures.add(new Figure(what + where, "keys/s", bare, beside, 0.5));
    double picks =
        JdbcClient.create(database)
            .sql("SELECT SUM(version - 1) FROM scheduled_tasks WHERE task_instance LIKE 'wrong/%'")
            .query(Double.class)
            .single();
    figures.add(new Figure("paused keys against their picks, " + where, "keys", picks, PAUSED, 10));
  }

  private static double rate(WorkNode node, long before) {
    long start = System.nanoTime();
    node.markAll("main", keys(OTHERS));
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(MINUTE)
        .until(() -> node.products().done() >= before + OTHERS);
    return OTHERS * 1e9 / (System.nanoTime() - start);
  }

  private static Ending ending(WorkKey key) {
    return key.account().equals("wrong")
        ? new Ending.Paused(REASON, Duration.ofSeconds(5), Duration.ofSeconds(5), "")
        : new Ending.Done();
  }

  private static List<String> keys(int count) {
    return IntStream.range(0, count).mapToObj(i -> "K" + i).toList();
  }
}
