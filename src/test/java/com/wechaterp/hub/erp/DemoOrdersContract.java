package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.erp.change.ErpChanges;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.testing.DemoTables;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo pack's ports of orders, on whatever database the demo shop runs. */
abstract class DemoOrdersContract {

  private final HikariDataSource shop = new HikariDataSource();
  final ErpDatabase database;
  final JdbcTemplate jdbc;
  final SqlErp erp;
  private final PackFolder folder = new PackFolder(Path.of("."), "demo", text -> text);

  DemoOrdersContract(String url, String user) {
    shop.setJdbcUrl(url);
    shop.setUsername(user);
    shop.setPassword("");
    shop.setMaximumPoolSize(2);
    jdbc = new JdbcTemplate(shop);
    database = new ErpDatabase(new ErpProperties("demo", url, user, "", 4, Duration.ofMinutes(1)));
    WorkList work = Mockito.mock(WorkList.class);
    ErpChanges changes =
        new ErpChanges(
            database, jdbc, Mockito.mock(TransactionTemplate.class), work, Clock.systemUTC());
    erp = new SqlErp(folder::pack, database, changes, work, Language.EN);
  }

  @BeforeEach
  void fill() {
    DemoTables.create(shop.getJdbcUrl(), shop.getUsername());
    jdbc.update(
        "INSERT INTO goods (goods_no, goods_name, cls_code, state, pics, upd_time)"
            + " VALUES ('G1', '云白陶瓷碗', 'B02', '1', 'G1-1.png', CURRENT_TIMESTAMP)");
    jdbc.update(
        "INSERT INTO goods_item (item_no, goods_no, color, spec, price, tag_price, bar_no, line_no)"
            + " VALUES ('G1-1', 'G1', '云白', '4只装', 19.90, 29.90, '69', 1)");
    jdbc.update("INSERT INTO store_qty (item_no, qty) VALUES ('G1-1', 10)");
    order("SO1", "G1-1");
  }

  @AfterEach
  void close() {
    database.close();
    shop.close();
  }

  void order(String no, String item) {
    jdbc.update(
        "INSERT INTO so_head (so_no, cust_wx, st, pay_way, amt, freight_amt, off_amt, ship_to,"
            + " made, keep_min, upd_time) VALUES (?, 'openid-1', 'N', 'W', 42.80, 5.00, 2.00,"
            + " '张三/13800000001/广东省广州市海珠区', '2026-11-24 12:00:00', 30, CURRENT_TIMESTAMP)",
        no);
    jdbc.update(
        "INSERT INTO so_line (so_no, line_no, item_no, qty, price) VALUES (?, 1, ?, 2, 19.90)",
        no,
        item);
  }

  private String value(String sql) {
    return String.valueOf(jdbc.queryForObject(sql, String.class));
  }

  private static Map<String, Object> paid() {
    return paid("SO1");
  }

  static Map<String, Object> paid(String order) {
    return Map.of(
        "out_order_id",
        order,
        "order_id",
        "77",
        "order_price",
        4280L,
        "transaction_id",
        "4200001",
        "pay_time",
        Instant.parse("2026-11-24T04:05:00Z"));
  }

  @Test
  void fitsTheTables() {
    assertThat(new PackCheck(folder::pack, database).problems()).isEmpty();
  }

  @Test
  void readsAnOrderWithFenTimesAndASplitAddress() {
    Map<String, Object> order = erp.read("orders", "SO1").orElseThrow();

    assertThat(order)
        .containsEntry("fund_type", 1L)
        .containsEntry("action_type", 0L)
        .containsEntry("order_price", 4280L)
        .containsEntry("freight", 500L)
        .containsEntry("discounted_price", 200L)
        .containsEntry("create_time", Instant.parse("2026-11-24T04:00:00Z"))
        .containsEntry("expire_time", Instant.parse("2026-11-24T04:30:00Z"))
        .containsEntry("receiver_name", "张三")
        .containsEntry("tel_number", "13800000001")
        .containsEntry("detailed_address", "广东省广州市海珠区");
    assertThat((List<?>) order.get("product_infos"))
        .singleElement()
        .asString()
        .contains("out_product_id=G1", "out_sku_id=G1-1", "product_cnt=2", "sale_price=1990");
  }

  @Test
  void namesTheOrderOfAnItemTheShopDoesNotSell() {
    order("SO2", "G9-1");

    ErpException bad = catchThrowableOfType(ErpException.class, () -> erp.read("orders", "SO2"));

    assertThat(bad.kind()).isEqualTo(ErpException.Kind.BAD_ROW);
    assertThat(bad).hasMessageContaining("SO2").hasMessageContaining("out_product_id");
    assertThat(erp.read("orders", "SO1")).isPresent();
  }

  @Test
  void takesAPaymentOnceHoweverOftenItIsTold() {
    assertThat(erp.write("order-paid", paid())).isEqualTo(1);
    assertThat(erp.write("order-paid", paid())).isZero();

    assertThat(value("SELECT CONCAT(st, pay_no) FROM so_head")).isEqualTo("P4200001");
    assertThat(value("SELECT SUBSTRING(CAST(pay_time AS CHAR(30)), 1, 16) FROM so_head"))
        .isEqualTo("2026-11-24 12:05");
    assertThat(value("SELECT CONCAT(COUNT(*), '/', MAX(amt)) FROM pay_log")).isEqualTo("1/42.80");
    assertThat(value("SELECT qty FROM store_qty")).isEqualTo("8");
  }

  @Test
  void takesNoPaymentForAnOrderTheShopClosed() {
    jdbc.update("UPDATE so_head SET st = 'C'");

    assertThat(erp.write("order-paid", paid())).isZero();
    assertThat(value("SELECT COUNT(*) FROM pay_log")).isEqualTo("0");
  }

  @Test
  void closesAnUnpaidOrderInTheShopsOwnLetters() {
    Map<String, Object> timedOut = Map.of("out_order_id", "SO1", "order_id", "77", "status", 181);

    assertThat(erp.write("order-closed", timedOut)).isEqualTo(1);
    assertThat(erp.write("order-closed", timedOut)).isZero();
    assertThat(value("SELECT st FROM so_head")).isEqualTo("T");
  }

  @Test
  void keepsTheTicketWhenLaterNewsHaveNone() {
    erp.write(
        "order-state",
        Map.of("out_order_id", "SO1", "order_id", "77", "status", 10, "ticket", "ticket-1"));
    erp.write(
        "order-state",
        Map.of("out_order_id", "SO1", "order_id", "77", "status", 20, "order_price", 4280L));

    assertThat(value("SELECT CONCAT(wx_state, '/', wx_ticket, '/', wx_amt) FROM wx_order"))
        .isEqualTo("20/ticket-1/42.80");
  }
}
