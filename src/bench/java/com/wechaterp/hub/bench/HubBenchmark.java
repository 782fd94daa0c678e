package com.wechaterp.hub.bench;

import com.wechaterp.hub.testing.HubProcess;
import com.wechaterp.hub.testing.MariaDb;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * A whole hub in a process of its own: how soon it is ready, with the compiler and the collector
 * that {@code spring-boot:run} gives it, and {@code plan products} for 100,000 SKUs in 256 MB of
 * heap, beside a bare read of the same statement.
 */
final class HubBenchmark implements Benchmark {

  private static final int GOODS = 20_000;
  private static final int SKUS = 100_000;
  private static final String READY = "/actuator/health";
  private static final String NEVER = "0+0+0+1+1+?+2099";

  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  public List<Figure> run() throws Exception {
    String url = MariaDb.createDatabase("plan");
    double bare;
    try (Connection erp = DriverManager.getConnection(url + options(url), "root", "")) {
      fill(erp);
      bare = read(erp);
    }
    double seconds = ready(url);
    double rate = plan(url);
    return List.of(
        new Figure("ready (10 s against the time it took)", "starts", 1, 10 / seconds, 1),
        new Figure("plan of 100,000 SKUs in 256 MB of heap", "SKUs/s", bare, rate, 0));
  }

  private static double ready(String url) throws Exception {
    long start = System.nanoTime();
    try (HubProcess hub = hub(url, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")) {
      hub.awaitReady(READY);
      return (System.nanoTime() - start) / 1e9;
    }
  }

  private double plan(String url) throws Exception {
    try (HubProcess hub = hub(url, "-Xmx256m")) {
      hub.awaitReady(READY);
      long start = System.nanoTime();
      plan(hub);
      return SKUS * 1e9 / (System.nanoTime() - start);
    }
  }

  private static HubProcess hub(String url, String... jvm) throws Exception {
    return HubProcess.launch(
        Files.createTempDirectory("bench-hub"),
        HubProcess.freePort(),
        "hub",
        List.of(
            "--hub.erp.pack=demo",
            "--hub.erp.url=" + url,
            "--hub.erp.username=root",
            "--hub.rehearsal.demo=true",
            "--hub.rehearsal.merchant-every=0s",
            "--hub.products.find.cron=" + NEVER,
            "--hub.stock.find.cron=" + NEVER),
        jvm);
  }

  private static String options(String url) {
    return (url.contains("?") ? "&" : "?") + "useCursorFetch=true&defaultFetchSize=1000";
  }

  private static void fill(Connection erp) throws SQLException {
    ScriptUtils.executeSqlScript(erp, new ClassPathResource("rehearsal/demo-products.sql"));
    try (Statement statement = erp.createStatement()) {
      statement.execute(
          "INSERT INTO goods SELECT CONCAT('G', seq), CONCAT('Cotton towel set number ', seq),"
              + " 'A03', '1', CONCAT('G', seq, '-1.png,G', seq, '-2.png'),"
              + " CONCAT('G', seq, '-3.png'), REPEAT('Soft and warm. ', 20), NOW()"
              + " FROM seq_1_to_"
              + GOODS);
      statement.execute(
          "INSERT INTO goods_item SELECT CONCAT('G', g.seq, '-', i.seq), CONCAT('G', g.seq),"
              + " 'blue', CONCAT('size ', i.seq), 19.90, 29.90, CONCAT('69', g.seq), i.seq"
              + " FROM seq_1_to_"
              + GOODS
              + " g JOIN seq_1_to_5 i");
      statement.execute("INSERT INTO store_qty SELECT item_no, 7 FROM goods_item");
    }
  }

  private static double read(Connection erp) throws Exception {
    String sql =
        Files.readString(Path.of("config/erp/demo/products.sql"))
            .replaceAll(":keys\\([^)]*\\)", "1 = 1");
    long start = System.nanoTime();
    try (Statement statement = erp.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          rows.getString(column);
        }
      }
    }
    return SKUS * 1e9 / (System.nanoTime() - start);
  }

  private void plan(HubProcess hub) throws Exception {
    String last = "";
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                http.send(
                        HttpRequest.newBuilder(hub.uri("/api/v1/plan/products")).build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                    .body(),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = line;
      }
    }
    if (!last.contains("\"shop/spu/add\":" + GOODS)) {
      throw new IllegalStateException("Not all products were planned: " + last);
    }
  }
}
