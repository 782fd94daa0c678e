package com.wechaterp.hub.rehearsal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.HubApplication;
import com.wechaterp.hub.testing.HubProcess;
import com.wechaterp.hub.testing.MariaDb;
import com.wechaterp.hub.wechat.WeChat;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** The whole hub in one process: the demo ERP on MariaDB, the routes as they ship, the sandbox. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RehearsalIT {

  private static final Duration MINUTES = Duration.ofMinutes(2);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private static Path data;
  private static ConfigurableApplicationContext hub;
  private static JdbcTemplate erp;
  private static String here;

  @BeforeAll
  static void start() throws Exception {
    String url = MariaDb.createDatabase("demo");
    DriverManagerDataSource database = new DriverManagerDataSource(url, "root", "");
    DemoData.fill(database);
    erp = new JdbcTemplate(database);
    int port = HubProcess.freePort();
    here = "http://127.0.0.1:" + port;
    hub =
        SpringApplication.run(
            HubApplication.class,
            "--server.port=" + port,
            "--hub.data-dir=" + data,
            "--hub.language=en",
            "--hub.erp.url=" + url,
            "--hub.erp.username=root",
            "--hub.rehearsal.demo=true",
            "--hub.rehearsal.merchant-every=0s",
            "--hub.sandbox.audit-delay=1s");
    await().atMost(MINUTES).pollInterval(Duration.ofSeconds(1)).until(RehearsalIT::settled);
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(here + path)).header("Accept-Language", "en");
  }

  private static String send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<?, ?> get(String path) {
    return JSON.readValue(send(request(path)), Map.class);
  }

  private static boolean settled() {
    Map<?, ?> flows = (Map<?, ?>) get("/api/v1/status").get("flows");
    long done = number((Map<?, ?>) flows.get("products"), "done");
    return done >= 300 && waiting(flows, "products") == 0 && waiting(flows, "product-audits") == 0;
  }

  private static long waiting(Map<?, ?> flows, String flow) {
    return flows.get(flow) instanceof Map<?, ?> counts ? number(counts, "waiting") : 0;
  }

  private static long number(Map<?, ?> counts, String name) {
    return ((Number) counts.get(name)).longValue();
  }

  private static Map<String, Long> sentSince(Map<?, ?> before) {
    return SentProducts.between(before, get("/sandbox/_control/calls"));
  }

  private static Stream<Map<?, ?>> products() {
    return ((List<?>) get("/sandbox/_control/products").get("products"))
        .stream().map(product -> (Map<?, ?>) product);
  }

  private static long onSale() {
    return products().filter(product -> product.get("status").equals(5)).count();
  }

  private static Map<?, ?> inSandbox(String id) {
    return products()
        .filter(product -> id.equals(product.get("out_product_id")))
        .findAny()
        .orElse(Map.of());
  }

  private static Map<?, ?> firstSku(String id) {
    return (Map<?, ?>) ((List<?>) inSandbox(id).get("skus")).get(0);
  }

  private static List<?> holds() {
    return (List<?>) get("/api/v1/status").get("holds");
  }

  private static void eventually(ThrowingRunnable assertion) {
    await().atMost(MINUTES).untilAsserted(assertion);
  }

  private static void awaitStatus(String id, int status) {
    eventually(() -> assertThat(inSandbox(id).get("status")).isEqualTo(status));
  }

  @Test
  @Order(1)
  void putsTheCatalogueOnSaleAndSaysWhyTheRestWaits() {
    eventually(() -> assertThat(onSale()).isEqualTo(294));

    // WeChat tells of the last audits only after it has made them, X90006's rejection among them.
    eventually(
        () -> {
          Map<?, ?> flows = (Map<?, ?>) get("/api/v1/status").get("flows");
          assertThat(number((Map<?, ?>) flows.get("callbacks"), "done"))
              .isGreaterThanOrEqualTo(294);
          assertThat(holds()).hasSize(12);
        });
    assertThat(holds())
        .allSatisfy(hold -> assertThat((String) ((Map<?, ?>) hold).get("reason")).isNotBlank());
    assertThat(holds().toString()).contains("X90002", "skus.sale_price is NULL", "X90006", "违禁");
  }

  @Test
  @Order(2)
  void writesWhatWeChatMadeOfAProductIntoTheErp() {
    eventually(
        () ->
            assertThat(
                    erp.queryForObject(
                        "SELECT COUNT(*) FROM wx_goods WHERE wx_goods_id <> ''", Integer.class))
                .isGreaterThanOrEqualTo(294));
    eventually(
        () ->
            assertThat(
                    erp.queryForObject(
                        "SELECT wx_reason FROM wx_goods WHERE goods_no = 'X90006'", String.class))
                .contains("违禁"));
  }

  @Test
  @Order(3)
  void sendsNothingMoreWhenEverythingIsComparedAgain() {
    Map<?, ?> before = get("/sandbox/_control/calls");

    send(request("/api/v1/sync/products").POST(HttpRequest.BodyPublishers.noBody()));
    await().atMost(MINUTES).pollInterval(Duration.ofSeconds(1)).until(RehearsalIT::settled);

    assertThat(sentSince(before)).isEmpty();
  }

  @Test
  @Order(4)
  void planSendsNothing() {
    Map<?, ?> before = get("/sandbox/_control/calls");

    String lines = send(request("/api/v1/plan/products"));

    assertThat(lines).contains("\"products\":313").contains("\"held\":\"X90001\"");
    assertThat(sentSince(before)).isEmpty();
  }

  @Test
  @Order(5)
  void sendsAPriceByTheUnauditedLane() {
    Map<?, ?> before = get("/sandbox/_control/calls");

    erp.update("UPDATE goods_item SET price = 12.34 WHERE goods_no = 'G10001' AND line_no = 1");

    await().atMost(MINUTES).until(() -> firstSku("G10001").get("sale_price").equals(1234));
    assertThat(sentSince(before)).isEqualTo(Map.of("shop/spu/update_without_audit", 1L));
  }

  @Test
  @Order(6)
  void sendsAStockFigureByTheUnauditedLane() {
    Map<?, ?> before = get("/sandbox/_control/calls");

    erp.update("UPDATE store_qty SET qty = 4321 WHERE item_no = 'G10002-1'");

    await().atMost(MINUTES).until(() -> firstSku("G10002").get("stock_num").equals(4321));
    assertThat(sentSince(before)).isEqualTo(Map.of("shop/spu/update_without_audit", 1L));
  }

  @Test
  @Order(7)
  void sendsATitleToTheAudit() {
    Map<?, ?> before = get("/sandbox/_control/calls");

    erp.update(
        "UPDATE goods SET goods_name = '换了标题的长绒棉毛巾', upd_time = NOW() WHERE goods_no = 'G10003'");

    await().atMost(MINUTES).until(() -> "换了标题的长绒棉毛巾".equals(inSandbox("G10003").get("title")));
    assertThat(sentSince(before)).isEqualTo(Map.of("shop/spu/update", 1L));
  }

  @Test
  @Order(8)
  void submitsARejectedProductAgainWhenTheErpChangesIt() {
    erp.update(
        "UPDATE goods SET goods_name = '干净的商品名 纯棉毛巾', upd_time = NOW() WHERE goods_no = 'X90006'");

    awaitStatus("X90006", 5);
  }

  @Test
  @Order(9)
  void takesAProductOffSaleAndPutsItBack() {
    erp.update("UPDATE goods SET state = '0', upd_time = NOW() WHERE goods_no = 'G10004'");
    awaitStatus("G10004", 11);

    erp.update(
        "UPDATE goods SET state = '1', upd_time = NOW() + INTERVAL 1 SECOND WHERE goods_no = 'G10004'");
    awaitStatus("G10004", 5);
  }

  @Test
  @Order(10)
  void sendsOnlyTheSkuThatChanged() {
    String id =
        erp.queryForObject(
            "SELECT MIN(i.goods_no) FROM goods_item i JOIN goods g ON g.goods_no = i.goods_no"
                + " WHERE i.line_no = 2 AND g.state = '1' AND g.goods_no > 'G10010'",
            String.class);
    // A figure the hub knows nothing of: whoever sends this SKU too would put it back.
    hub.getBean(WeChat.class)
        .call(
            "sandbox",
            "shop/spu/update_without_audit",
            Map.of(
                "out_product_id",
                id,
                "skus",
                List.of(
                    Map.of(
                        "out_sku_id", id + "-2",
                        "sale_price", 5000L,
                        "market_price", 9000L,
                        "stock_num", 98765L))));

    erp.update("UPDATE goods_item SET price = 43.21 WHERE item_no = ?", id + "-1");

    await().atMost(MINUTES).until(() -> firstSku(id).get("sale_price").equals(4321));
    Map<?, ?> second = (Map<?, ?>) ((List<?>) inSandbox(id).get("skus")).get(1);
    assertThat(second.get("stock_num")).isEqualTo(98765);
  }

  @Test
  @Order(11)
  void takesAProductThatTheErpDeletedOffSale() {
    erp.update("DELETE FROM goods WHERE goods_no = 'G10006'");
    erp.update("DELETE FROM goods_item WHERE goods_no = 'G10006'");

    awaitStatus("G10006", 11);
  }

  @Test
  @Order(12)
  void askedForWeChatsCategoriesOnce() {
    assertThat(get("/sandbox/_control/calls").get("shop/cat/get")).isEqualTo(1);
  }
}
