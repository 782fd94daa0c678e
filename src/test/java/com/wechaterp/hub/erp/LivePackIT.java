package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.erp.pack.Pack;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.testing.RunningHub;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An admin edits the SQL pack of a hub that runs; it has no port for the state of products. */
class LivePackIT {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final Path DEMO = Path.of("config/erp/demo");

  @TempDir private static Path folder;
  private static Path pack;
  private static RunningHub hub;

  @BeforeAll
  static void start() throws IOException {
    pack = copy("shop");
    replace("pack.yaml", "  product-state:\n    sql: product-state.sql\n", "");
    hub =
        RunningHub.start(
            folder.resolve("data"),
            "hub.erp.pack=" + pack,
            "hub.sandbox.audit-delay=1s",
            "hub.wechat.unknown-fields.[shop/spu/add]=season_code,skus.lot_no");
  }

  private static Path copy(String name) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(name));
    try (var files = Files.list(DEMO)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  /** What one test broke is not the next one's trouble. */
  @AfterEach
  void putTheSqlBack() throws IOException {
    String good = Files.readString(DEMO.resolve("products.sql"));
    if (!Files.readString(pack.resolve("products.sql")).equals(good)) {
      Files.writeString(pack.resolve("products.sql"), good);
    }
  }

  @Test
  void saysWhatThePackLeavesOutAndSellsWithoutIt() {
    goods("L1", "没有回写端口的保温杯", "B03", "59.00");

    await().atMost(SOON).until(() -> hub.onSale().contains("L1"));
    assertThat(packStatus().get("problems")).isEqualTo(List.of());
    assertThat(packStatus().get("missingPorts").toString())
        .contains("product-state=", "What WeChat made of a product", "pack.yaml")
        .doesNotContain("stock=");
  }

  @Test
  void triesHeldProductsAgainOnceTheirValueIsMapped() throws IOException {
    goods("L2", "类目还没有对应的花瓶摆件", "Z77", "39.90");
    goods("L3", "类目已有对应的保温杯一只", "B03", "59.00");
    await().atMost(SOON).until(() -> hub.onSale().contains("L3"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(hub.held("products", "L2"))
                    .startsWith("erp-value-unmapped")
                    .contains("third_cat_id", "Z77", "'categories'", "pack.yaml"));

    replace("pack.yaml", "  categories:\n", "  categories:\n    Z77: 7111\n");

    await()
        .atMost(SOON)
        .until(() -> packStatus().containsKey("name") && hub.onSale().contains("L2"));
  }

  @Test
  void keepsTheLastGoodPackWhenTheErpRefusesTheSqlOfTheNewOne() throws IOException {
    replace("products.sql", "g.goods_name ", "g.goods_title ");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(packStatus().get("problems").toString())
                    .contains("products.sql", "goods_title", "run 'doctor'"));
    assertThat(hub.part(PackFolder.class).problems())
        .singleElement()
        .extracting(problem -> problem.sentence(Language.ZH))
        .asString()
        .contains("ERP 拒绝执行 shop/products.sql:4 中的 SQL", "goods_title", "doctor");

    goods("L4", "SQL 写错期间上架的保温杯", "B03", "59.00");

    await().atMost(SOON).until(() -> hub.onSale().contains("L4"));
    replace("products.sql", "g.goods_title ", "g.goods_name ");
    await().atMost(SOON).until(() -> packStatus().get("problems").equals(List.of()));
  }

  @Test
  void sendsAColumnOfThePacksOwnThatTheSettingsLetThrough() throws IOException {
    replace(
        "products.sql",
        "\nFROM goods g",
        ",\n  g.cls_code AS `extra.season_code`, i.item_no AS `extra.skus.lot_no`\nFROM goods g");
    await()
        .atMost(SOON)
        .until(
            () ->
                hub.part(PackFolder.class)
                    .pack()
                    .require("products")
                    .sqlForAll()
                    .contains("extra.season_code"));
    goods("L7", "带自有字段的保温杯", "B03", "59.00");

    await().atMost(SOON).until(() -> hub.onSale().contains("L7"));
    assertThat(hub.list("/api/v1/timeline/product/L7").toString())
        .containsPattern("shop/spu/add, let through by .*season_code")
        .containsPattern("shop/spu/add, let through by .*skus.lot_no");
  }

  @Test
  void addsANewProductOnceItHasStock() {
    goods("L8", "还没有库存的保温杯", "B03", "59.00", 0);
    await()
        .atMost(SOON)
        .until(() -> hub.held("products", "L8").startsWith("product-without-stock"));

    hub.erp().update("UPDATE store_qty SET qty = 5 WHERE item_no = 'L8-1'");
    hub.post("/api/v1/sync/products", Map.of());

    await().atMost(SOON).until(() -> hub.onSale().contains("L8"));
  }

  @Test
  void letsOneProductWaitThatWasSubmittedTooOftenAndTheOthersGoOn() {
    goods("L9", "提审过于频繁的保温杯", "B03", "59.00");
    await().atMost(SOON).until(() -> hub.onSale().contains("L9"));
    hub.lever("quota?hour=200&day=1000&product=1");

    hub.erp().update("UPDATE goods SET goods_name = '又改了名字的保温杯' WHERE goods_no = 'L9'");
    goods("LA", "不受影响的另一个保温杯", "B03", "59.00");

    await()
        .atMost(SOON)
        .until(() -> hub.held("products", "L9").startsWith("product-submitted-too-often"));
    await().atMost(SOON).until(() -> hub.onSale().contains("LA"));
    hub.lever("quota?hour=200&day=1000&product=20");
  }

  @Test
  void keepsTheLastGoodPackWhenAnAliasIsMistyped() throws IOException {
    replace("products.sql", "AS `title`", "AS `titel`");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(packStatus().get("problems").toString())
                    .contains("products.sql returns no column 'title'", "titel"));

    goods("L5", "别名写错期间上架的保温杯", "B03", "59.00");

    await().atMost(SOON).until(() -> hub.onSale().contains("L5"));
    replace("products.sql", "AS `titel`", "AS `title`");
    await().atMost(SOON).until(() -> packStatus().get("problems").equals(List.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("com.wechaterp.hub.erp.PackMistake#onAHubThatRuns")
  void runsOnWithTheLastGoodPackWhateverAnAdminsHandDoes(PackMistake mistake) throws IOException {
    Path file = pack.resolve(mistake.file());
    String good = Files.readString(file);
    Pack used = hub.part(PackFolder.class).pack();
    try {
      mistake.make(pack);

      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(packStatus().get("problems").toString())
                      .contains("shop/" + mistake.at())
                      .containsIgnoringCase(mistake.says())
                      .contains("is set aside", "runs on"));
      assertThat(hub.part(PackFolder.class).pack()).isSameAs(used);
    } finally {
      Files.writeString(file, good);
    }
    await().atMost(SOON).until(() -> packStatus().get("problems").equals(List.of()));
  }

  @Test
  void waitsFromTheStartUntilABrokenPackIsMended() throws IOException {
    Path yaml = copy("broken").resolve("pack.yaml");
    String good = Files.readString(yaml);
    Files.writeString(yaml, "");
    try (RunningHub early =
        RunningHub.start(
            folder.resolve("early"),
            "hub.erp.pack=" + yaml.getParent(),
            "hub.sandbox.audit-delay=1s")) {
      insert(early, "L6", "包还没有写好时上架的保温杯", "B03", "59.00", 10);
      early
          .part(WorkList.class)
          .mark(new WorkKey("products", "sandbox", "L6"), WorkPriority.NORMAL, "test");

      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(early.get("/api/v1/status").body().get("flows").toString())
                      .contains("broken/pack.yaml: ports: there are no ports"));
      assertThat(early.held("products", "L6")).isEmpty();
      Files.writeString(yaml, good);
      await().atMost(SOON).until(() -> early.onSale().contains("L6"));
    }
  }

  @Test
  void isTheDatabaseOfARoutesSqlAndTheHubsOwnIsNot() {
    ProducerTemplate route = hub.part(CamelContext.class).createProducerTemplate();

    assertThat(route.requestBody("sql:SELECT DATABASE()?outputType=SelectOne", ""))
        .isEqualTo(hub.value("SELECT DATABASE()"));
    assertThatThrownBy(() -> route.requestBody("sql:DELETE FROM work", ""))
        .hasStackTraceContaining(".work' doesn't exist");
    assertThatThrownBy(() -> route.requestBody("sql:DELETE FROM work?dataSource=#dataSource", ""))
        .hasStackTraceContaining("No bean could be found in the registry for: dataSource");
  }

  private static Map<?, ?> packStatus() {
    return (Map<?, ?>) hub.get("/api/v1/status").body().get("pack");
  }

  private static void goods(String no, String name, String cls, String price) {
    goods(no, name, cls, price, 10);
  }

  private static void goods(String no, String name, String cls, String price, int stock) {
    insert(hub, no, name, cls, price, stock);
    hub.post("/api/v1/sync/products", Map.of());
  }

  private static void insert(
      RunningHub hub, String no, String name, String cls, String price, int stock) {
    hub.erp()
        .update("INSERT INTO goods VALUES (?, ?, ?, '1', 'X-1.png', '', '', NOW())", no, name, cls);
    hub.erp()
        .update(
            "INSERT INTO goods_item VALUES (?, ?, '白', '标准', ?, 99, '690', 1)",
            no + "-1",
            no,
            price);
    hub.erp().update("INSERT INTO store_qty VALUES (?, ?)", no + "-1", stock);
  }

  private static void replace(String file, String what, String with) throws IOException {
    String before = Files.readString(pack.resolve(file));
    String after = before.replace(what, with);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(pack.resolve(file), after);
  }
}
