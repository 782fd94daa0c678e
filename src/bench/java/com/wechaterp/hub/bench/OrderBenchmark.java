package com.wechaterp.hub.bench;

import com.wechaterp.hub.testing.HubProcess;
import com.wechaterp.hub.testing.MariaDb;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * {@code POST /api/v1/orders} to a whole hub, beside the two calls to WeChat it consists of, made
 * bare to the same stub. The hub's own time is what is left; its flows tell the ERP meanwhile.
 */
final class OrderBenchmark implements Benchmark {

  private static final long STUB_NANOS = 5_000_000;

  /** A hub that runs for days is compiled; without this, the figure is that of its compiler. */
  private static final int SETTLING = 6_000;

  private static final int WARM_UP = 400;
  private static final int MEASURED = 600;
  private static final double WANTED_MILLIS = 10;
  private static final String ANSWER =
      "{\"access_token\":\"t\",\"expires_in\":7200,\"errcode\":0,\"errmsg\":\"ok\","
          + "\"data\":{\"order_id\":3302968738502279424,\"out_order_id\":\"B\"},"
          + "\"payment_params\":{\"timeStamp\":1639124652,\"nonceStr\":\"123\","
          + "\"package\":\"prepay_id=123\",\"paySign\":\"12904324823458940394\",\"signType\":\"MD5\"},"
          + "\"order\":{\"order_id\":3302968738502279424,\"out_order_id\":\"B\",\"status\":10,"
          + "\"order_detail\":{\"price_info\":{\"order_price\":4280}}}}";

  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  public List<Figure> run() throws Exception {
    Path folder = Files.createTempDirectory("bench-orders");
    String shop = MariaDb.createDatabase("orders");
    try (Connection connection = DriverManager.getConnection(shop, "root", "")) {
      for (String tables : List.of("demo-products.sql", "demo-orders.sql")) {
        ScriptUtils.executeSqlScript(connection, new ClassPathResource("rehearsal/" + tables));
      }
    }
    try (AnsweringServer stub = new AnsweringServer(ANSWER, STUB_NANOS);
        HubProcess hub =
            HubProcess.launch(folder, HubProcess.freePort(), "hub", options(stub, shop))) {
      hub.awaitReady("/actuator/health");
      median(8, SETTLING, () -> place(hub));
      return List.of(
          figure(hub, stub, 1, "POST /api/v1/orders, one buyer"),
          figure(hub, stub, 8, "POST /api/v1/orders, eight buyers at once"));
    }
  }

  private Figure figure(HubProcess hub, AnsweringServer stub, int buyers, String what)
      throws Exception {
    median(buyers, WARM_UP, () -> place(hub));
    median(buyers, WARM_UP, () -> bare(stub));
    double bare = median(buyers, MEASURED, () -> bare(stub));
    double whole = median(buyers, MEASURED, () -> place(hub));
    double own = Math.max(0.01, whole - bare);
    String told =
        String.format(
            Locale.ROOT, "%s: 10 ms against its own %.1f (%.1f with WeChat)", what, own, whole);
    return new Figure(told, "10/ms", 1, WANTED_MILLIS / own, 1);
  }

  /** Returns the median time in milliseconds. */
  private static double median(int callers, int times, Callable<?> task) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(callers);
    List<Future<double[]>> running = new ArrayList<>();
    for (int caller = 0; caller < callers; caller++) {
      running.add(pool.submit(() -> times(times / callers, task)));
    }
    List<Double> all = new ArrayList<>();
    for (Future<double[]> one : running) {
      Arrays.stream(one.get()).forEach(all::add);
    }
    pool.shutdown();
    all.sort(null);
    return all.get(all.size() / 2);
  }

  private static double[] times(int times, Callable<?> task) throws Exception {
    double[] millis = new double[times];
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      task.call();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    return millis;
  }

  private int bare(AnsweringServer stub) throws IOException, InterruptedException {
    URI add = URI.create(stub.baseUrl() + "/shop/order/add?access_token=t");
    URI parameters = URI.create(stub.baseUrl() + "/shop/order/getpaymentparams?access_token=t");
    String body = order("B" + System.nanoTime());
    return send(add, body) + send(parameters, "{\"out_order_id\":\"B\",\"openid\":\"o\"}");
  }

  private int place(HubProcess hub) throws IOException, InterruptedException {
    return send(hub.uri("/api/v1/orders"), order("B" + System.nanoTime()));
  }

  private int send(URI uri, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .header("X-API-Key", "bench")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200 || !answer.body().contains("prepay_id=123")) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return answer.statusCode();
  }

  private static String order(String no) {
    return """
        {"out_order_id": "%s", "openid": "oTVP50O53a7jgmawAmxKukNlq3XI", "fund_type": 1,
         "path": "pages/order", "order_price": 4280, "freight": 500, "discounted_price": 200,
         "receiver_name": "Zhang", "tel_number": "13800000001", "detailed_address": "Xingang 397",
         "product_infos": [{"out_product_id": "G1", "out_sku_id": "G1-1", "product_cnt": 2,
         "sale_price": 1990, "path": "pages/goods", "title": "bowl",
         "head_img": "https://shop.example/1.png"}]}"""
        .formatted(no);
  }

  private static List<String> options(AnsweringServer stub, String shop) {
    return List.of(
        "--hub.api-keys=bench",
        "--hub.wechat.accounts.main.app-id=wx1234567890123456",
        "--hub.wechat.accounts.main.app-secret=secret",
        "--hub.wechat.accounts.main.base-url=" + stub.baseUrl(),
        "--hub.erp.pack=demo",
        "--hub.erp.url=" + shop,
        "--hub.erp.username=root");
  }
}
