package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.erp.change.ErpChanges;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.testing.LitemallDump;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
    return new SqlErp(folder::pack, database, changes, workList);
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
}
