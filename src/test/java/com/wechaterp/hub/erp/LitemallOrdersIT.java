package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.erp.change.ErpChanges;
import com.wechaterp.hub.order.OrderOf;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.testing.LitemallDump;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders in litemall's own tables, as they are. */
class LitemallOrdersIT {

  private static ErpDatabase database;
  private static SqlErp erp;
  private static JdbcTemplate shop;
  private static HikariDataSource hub;

  @BeforeAll
  static void load() throws Exception {
    String url = LitemallDump.load();
    database =
        new ErpDatabase(new ErpProperties("litemall", url, "root", "", 4, Duration.ofMinutes(1)));
    shop = new JdbcTemplate(new DriverManagerDataSource(url, "root", ""));
    hub = HubDatabase.h2();
    PackFolder folder = new PackFolder(Path.of("."), "litemall", text -> text);
    WorkList work = Mockito.mock(WorkList.class);
    ErpChanges changes =
        new ErpChanges(
            database,
            new JdbcTemplate(hub),
            new TransactionTemplate(new JdbcTransactionManager(hub)),
            work,
            Clock.systemUTC());
    erp = new SqlErp(folder::pack, database, changes, work, Language.EN);
    shop.update(
        "INSERT INTO litemall_user VALUES (1, 'by-mini-program', 'openid-1'), (2, 'app', '')");
  }

  @AfterAll
  static void close() {
    if (database != null) {
      database.close();
      hub.close();
    }
  }

  /** Two mattresses and a towel with a coupon of 10, points of 1 and a group discount of 20. */
  @BeforeEach
  void order() {
    shop.update("DELETE FROM litemall_order");
    shop.update("DELETE FROM litemall_order_goods");
    place(1, 1, "20261124001");
  }

  private static void place(int id, int user, String number) {
    shop.update(
        "INSERT INTO litemall_order (id, user_id, order_sn, order_status, consignee, mobile,"
            + " address, goods_price, freight_price, coupon_price, integral_price, groupon_price,"
            + " order_price, actual_price, add_time, update_time) VALUES (?, ?, ?, 101, '张三',"
            + " '13800000001', '广东省广州市海珠区', 2007.90, 8.00, 10.00, 1.00, 10.00, 2005.90,"
            + " 2004.90, '2026-11-24 12:00:00', NOW())",
        id,
        user,
        number);
    shop.update(
        "INSERT INTO litemall_order_goods (order_id, goods_id, goods_name, product_id, number,"
            + " price, specifications, pic_url) VALUES"
            + " (?, 1181000, '母亲节礼物-舒适安睡组合', 1, 2, 999.00, '[]', 'quality.png'),"
            + " (?, 1006002, '轻奢纯棉刺绣水洗四件套', 2, 1, 29.90, '[]', 'http://shop/1.png')",
        id,
        id);
  }

  private static String value(String sql) {
    return String.valueOf(shop.queryForObject(sql, String.class));
  }

  @Test
  void readsAnOrderWhoseAmountsAddUpThoughLitemallKeepsNoPriceOfALine() {
    Map<String, Object> order = erp.read("orders", "20261124001").orElseThrow();

    assertThat(order)
        .containsEntry("openid", "openid-1")
        .containsEntry("fund_type", 1L)
        .containsEntry("action_type", 0L)
        .containsEntry("order_price", 200490L)
        .containsEntry("discounted_price", 3100L);
    assertThat(OrderOf.brokenAmounts(order)).isEmpty();
  }

  @Test
  void takesThePictureOfTheProductWhereALineHasNone() {
    Map<String, Object> order = erp.read("orders", "20261124001").orElseThrow();

    assertThat((List<?>) order.get("product_infos"))
        .allSatisfy(
            line ->
                assertThat(String.valueOf(((Map<?, ?>) line).get("head_img"))).startsWith("http"));
  }

  @Test
  void leavesOrdersAloneThatDidNotComeByTheMiniProgram() {
    place(2, 2, "20261124002");

    assertThat(erp.read("orders", "20261124002")).isEmpty();
    assertThat(erp.findChanges("orders", "orders", "only")).isEqualTo(1);
  }

  @Test
  void takesAPaymentOnce() {
    Map<String, Object> paid =
        Map.of(
            "out_order_id", "20261124001",
            "transaction_id", "4200001",
            "pay_time", Instant.parse("2026-11-24T04:05:00Z"));

    assertThat(erp.write("order-paid", paid)).isEqualTo(1);
    assertThat(erp.write("order-paid", paid)).isZero();
    assertThat(value("SELECT CONCAT(order_status, '/', pay_id, '/', pay_time) FROM litemall_order"))
        .isEqualTo("201/4200001/2026-11-24 12:05:00");
    assertThat(erp.read("orders", "20261124001").orElseThrow()).containsEntry("action_type", 1L);
  }

  @Test
  void putsTheGoodsOfAClosedOrderBackOnce() {
    int before = Integer.parseInt(value("SELECT number FROM litemall_goods_product WHERE id = 1"));
    Map<String, Object> timedOut = Map.of("out_order_id", "20261124001", "status", 181);

    assertThat(erp.write("order-closed", timedOut)).isEqualTo(1);
    assertThat(erp.write("order-closed", timedOut)).isZero();

    assertThat(value("SELECT order_status FROM litemall_order")).isEqualTo("103");
    assertThat(value("SELECT number FROM litemall_goods_product WHERE id = 1"))
        .isEqualTo(String.valueOf(before + 2));
  }

  @Test
  void closesNoOrderThatWasPaidMeanwhile() {
    shop.update("UPDATE litemall_order SET order_status = 201");

    assertThat(erp.write("order-closed", Map.of("out_order_id", "20261124001", "status", 250)))
        .isZero();
  }
}
