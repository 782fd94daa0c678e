package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.erp.change.ErpChanges;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.testing.LitemallDump;
import com.wechaterp.hub.testing.RunningHub;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The pack of a real shop whose schema nobody here wrote, over its dump as it is. */
class LitemallPackIT {

  private static String url;
  private static ErpDatabase database;
  private static PackFolder folder;
  private static HikariDataSource hub;

  private final List<String> marked = new ArrayList<>();

  @BeforeAll
  static void load() throws Exception {
    url = LitemallDump.load();
    database =
        new ErpDatabase(new ErpProperties("litemall", url, "root", "", 4, Duration.ofMinutes(1)));
    folder = new PackFolder(Path.of("."), "litemall", text -> text);
    hub = HubDatabase.h2();
  }

  @AfterAll
  static void close() {
    if (database != null) {
      database.close();
      hub.close();
    }
  }

  private SqlErp erp() {
    WorkList workList = Mockito.mock(WorkList.class);
    Mockito.doAnswer(
            call -> {
              Collection<String> keys = call.getArgument(2);
              marked.addAll(keys);
              return null;
            })
        .when(workList)
        .markAll(Mockito.any(), Mockito.any(), Mockito.any(), Mockito.anyInt(), Mockito.any());
    ErpChanges changes =
        new ErpChanges(
            database,
            new JdbcTemplate(hub),
            new TransactionTemplate(new JdbcTransactionManager(hub)),
            workList,
            Clock.systemUTC());
    return new SqlErp(folder::pack, database, changes, workList, Language.EN);
  }

  @Test
  void fitsTheTables() {
    assertThat(new PackCheck(folder::pack, database).problems()).isEmpty();
  }

  @Test
  void readsAllProductsOfTheDump() {
    List<Map<String, Object>> documents = new ArrayList<>();
    List<BadRow> bad = new ArrayList<>();

    erp().stream("products", documents::add, bad::add);

    assertThat(bad).isEmpty();
    assertThat(documents).hasSize(239);
  }

  @Test
  void putsEveryProductOfTheDumpOnSaleOrSaysWhyNot(@TempDir Path data) throws Exception {
    String dump = LitemallDump.load();
    try (RunningHub running =
        RunningHub.startOn(
            dump,
            data,
            "hub.erp.pack=litemall",
            "hub.sandbox.audit-delay=1s",
            "hub.sandbox.per-hour=1000",
            "hub.quotas.spu-audit.hour=1000")) {
      running.post("/api/v1/sync/products", Map.of());
      await()
          .atMost(Duration.ofMinutes(4))
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(() -> assertThat(running.onSale()).hasSize(226));

      Set<String> accounted = new TreeSet<>(running.onSale());
      List<?> holds = (List<?>) running.get("/api/v1/status").body().get("holds");
      List<Map<?, ?>> held =
          holds.stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).filter(this::isProduct).toList();
      assertThat(held)
          .hasSize(12)
          .allSatisfy(
              hold ->
                  assertThat(String.valueOf(hold.get("reason")))
                      .contains(String.valueOf(hold.get("key"))));
      held.forEach(hold -> accounted.add(String.valueOf(hold.get("key"))));
      // The merchant took one off sale, so WeChat need not know it.
      List<String> offSale =
          running
              .erp()
              .queryForList("SELECT id FROM litemall_goods WHERE is_on_sale = 0", String.class);
      assertThat(offSale).containsExactly("1006010");
      accounted.addAll(offSale);
      assertThat(accounted)
          .hasSize(239)
          .containsExactlyInAnyOrderElementsOf(
              running.erp().queryForList("SELECT id FROM litemall_goods", String.class));
      assertThat(running.plan())
          .contains("\"products\":239", "\"unchanged\":226", "\"offSale\":1", "\"calls\":{}");
    }
  }

  private boolean isProduct(Map<?, ?> hold) {
    return "products".equals(hold.get("flow"));
  }

  @Test
  void foldsTheSkusOfOneProduct() {
    Map<String, Object> product = erp().read("products", "1181000").orElseThrow();

    assertThat(product).containsEntry("out_product_id", "1181000").containsEntry("on_sale", true);
    List<?> skus = (List<?>) product.get("skus");
    assertThat(skus).hasSizeGreaterThan(1);
    Map<?, ?> first = (Map<?, ?>) skus.get(0);
    assertThat(first.get("sale_price")).isEqualTo(99900L);
    assertThat(String.valueOf(first.get("attrs"))).contains("规格=1.5m床垫*1+枕头*2");
  }

  @Test
  void findsEveryProductOnceAndThenOnlyWhatChanged() throws Exception {
    SqlErp erp = erp();
    assertThat(erp.findChanges("products", "products", "main")).isEqualTo(239);
    assertThat(erp.findChanges("products", "products", "main")).isZero();
    marked.clear();

    try (var connection = DriverManager.getConnection(url, "root", "")) {
      connection
          .createStatement()
          .execute(
              "UPDATE litemall_goods SET name = '换了名字的床垫', update_time = NOW() WHERE id = 1181000");
    }

    assertThat(erp.findChanges("products", "products", "main")).isEqualTo(1);
    assertThat(marked).containsExactly("1181000");
  }

  @Test
  void findsStockThatChangedWithoutATime() throws Exception {
    SqlErp erp = erp();
    erp.findChanges("stock", "products", "main");
    assertThat(erp.findChanges("stock", "products", "main")).isZero();
    marked.clear();

    try (var connection = DriverManager.getConnection(url, "root", "")) {
      connection
          .createStatement()
          .execute("UPDATE litemall_goods_product SET number = 7 WHERE id = 24");
    }

    assertThat(erp.findChanges("stock", "products", "main")).isEqualTo(1);
    assertThat(marked).containsExactly("1019002");
  }

  @Test
  void readsAShippedOrderAsOneParcel() throws Exception {
    try (var connection = DriverManager.getConnection(url, "root", "")) {
      connection
          .createStatement()
          .execute(
              """
              INSERT INTO litemall_order (id, user_id, order_sn, order_status, consignee, mobile,
                address, goods_price, freight_price, coupon_price, integral_price, groupon_price,
                order_price, actual_price, ship_sn, ship_channel, ship_time, add_time, update_time)
              VALUES (7, 1, '20260301100001', 301, 'a', 'b', 'c', 30, 0, 0, 0, 0, 30, 30,
                'SF1234567890', '顺丰速运', '2026-03-01 10:00:00', NOW(), NOW()),
                (8, 1, '20260301100002', 201, 'a', 'b', 'c', 30, 0, 0, 0, 0, 30, 30,
                NULL, NULL, NULL, NOW(), NOW())""");
      connection
          .createStatement()
          .execute(
              """
              INSERT INTO litemall_order_goods (order_id, goods_id, product_id, number,
                specifications)
              VALUES (7, 1006002, 9, 2, '[]'), (7, 1006007, 10, 1, '[]'), (8, 1006002, 9, 2, '[]')""");
    }

    assertThat(erp().findChanges("shipments", "shipments", "main")).isEqualTo(1);
    assertThat(marked).containsExactly("20260301100001");
    Map<String, Object> shipment = erp().read("shipments", "20260301100001").orElseThrow();
    assertThat(shipment)
        .containsEntry("finish_all_delivery", true)
        .containsEntry("received", false)
        .containsEntry("ship_done_time", Instant.parse("2026-03-01T02:00:00Z"));
    assertThat((List<?>) shipment.get("delivery_list"))
        .hasSize(2)
        .first()
        .isEqualTo(
            Map.of(
                "delivery_id",
                "顺丰速运",
                "waybill_id",
                "SF1234567890",
                "out_product_id",
                "1006002",
                "out_sku_id",
                "9",
                "product_cnt",
                2L));
    assertThat(erp().read("shipments", "20260301100002")).isEmpty();
  }
}
