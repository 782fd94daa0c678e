package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.erp.change.ErpChanges;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.testing.LitemallDump;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
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

/** After-sales in litemall's own tables, whose schema nobody here wrote. */
class LitemallAfterSalesIT {

  private static final String ID = "4000000001596225";

  private static JdbcTemplate jdbc;
  private static ErpDatabase database;
  private static HikariDataSource hub;
  private static SqlErp erp;

  @BeforeAll
  static void load() throws Exception {
    String url = LitemallDump.load();
    jdbc = new JdbcTemplate(new DriverManagerDataSource(url, "root", ""));
    database =
        new ErpDatabase(new ErpProperties("litemall", url, "root", "", 4, Duration.ofMinutes(1)));
    hub = HubDatabase.h2();
    PackFolder folder = new PackFolder(Path.of("."), "litemall", text -> text);
    ErpChanges changes =
        new ErpChanges(
            database,
            new JdbcTemplate(hub),
            new TransactionTemplate(new JdbcTransactionManager(hub)),
            Mockito.mock(WorkList.class),
            Clock.systemUTC());
    erp = new SqlErp(folder::pack, database, changes, Mockito.mock(WorkList.class), Language.EN);
  }

  @AfterAll
  static void close() {
    if (database != null) {
      database.close();
      hub.close();
    }
  }

  @BeforeEach
  void order() {
    List.of("litemall_aftersale", "litemall_order_goods", "litemall_order")
        .forEach(table -> jdbc.execute("DELETE FROM " + table));
    jdbc.update(
        "INSERT INTO litemall_order (id, user_id, order_sn, order_status, consignee, mobile, address,"
            + " goods_price, freight_price, coupon_price, integral_price, groupon_price, order_price,"
            + " actual_price, add_time) VALUES (7, 1, '20261125001', 401, 'a', '1', 'b',"
            + " 1999.00, 0, 0, 0, 0, 1999.00, 1999.00, NOW())");
    jdbc.update(
        "INSERT INTO litemall_order_goods (order_id, goods_id, product_id, number, price,"
            + " specifications) VALUES (7, 1181000, 2, 1, 1999.00, '[]')");
  }

  private static Map<String, Object> ticket(String outOrderId, int status, Instant changed) {
    Map<String, Object> ticket = new LinkedHashMap<>();
    ticket.put("aftersale_id", ID);
    ticket.put("out_aftersale_id", "");
    ticket.put("out_order_id", outOrderId);
    ticket.put("type", 1);
    ticket.put("status", status);
    ticket.put("status_name", "商家处理退款申请中");
    ticket.put("orderamt", 199900L);
    ticket.put("refund_reason", "不想要了");
    ticket.put("media_list", List.of("https://a"));
    ticket.put("update_time", changed);
    return ticket;
  }

  private static String state() {
    return jdbc.queryForObject(
        "SELECT CONCAT(a.aftersale_sn, '/', a.status, '/', a.amount, '/', o.aftersale_status)"
            + " FROM litemall_aftersale a JOIN litemall_order o ON o.id = a.order_id",
        String.class);
  }

  private static void clerkSays(int status) {
    jdbc.update("UPDATE litemall_aftersale SET status = ?, handle_time = NOW()", status);
  }

  @Test
  void keepsOneRowOfATicketFromItsOpeningToTheRefund() {
    erp.write("aftersale", ticket("20261125001", 2, Instant.now()));
    assertThat(state()).isEqualTo("WX" + ID + "/1/1999.00/1");

    clerkSays(2);
    erp.write("aftersale", ticket("20261125001", 11, Instant.now()));
    assertThat(state()).isEqualTo("WX" + ID + "/2/1999.00/2");

    erp.write("aftersale", ticket("20261125001", 13, Instant.now()));
    assertThat(state()).isEqualTo("WX" + ID + "/3/1999.00/3");
  }

  @Test
  void keepsTheClerksDecisionUntilWeChatHasIt() {
    Instant opened = Instant.now().minusSeconds(3 * 86_400);
    erp.write("aftersale", ticket("20261125001", 2, opened));
    clerkSays(4);

    erp.write("aftersale", ticket("20261125001", 2, opened));

    assertThat(erp.read("aftersale-decisions", ID).orElseThrow())
        .containsEntry("decision", "reject")
        .containsEntry("orderamt", 199900L);
  }

  @Test
  void asksTheClerkAgainWhenTheBuyerAskedAnew() {
    erp.write("aftersale", ticket("20261125001", 2, Instant.now()));
    clerkSays(4);

    erp.write("aftersale", ticket("20261125001", 2, Instant.now().plusSeconds(3 * 86_400)));

    assertThat(state()).startsWith("WX" + ID + "/1/");
    assertThat(erp.read("aftersale-decisions", ID)).isEmpty();
  }

  @Test
  void readsWhatABuyerOpenedInLitemallsOwnPages() {
    jdbc.update(
        "INSERT INTO litemall_aftersale (aftersale_sn, order_id, user_id, type, reason, amount,"
            + " pictures, status, add_time, update_time) VALUES ('20261126123456', 7, 1, 2,"
            + " '质量问题', 1999.00, '[\"https://a\"]', 1, NOW(), NOW())");

    Map<String, Object> asked = erp.read("aftersale-requests", "20261126123456").orElseThrow();

    assertThat(asked)
        .containsEntry("out_order_id", "20261125001")
        .containsEntry("type", 2L)
        .containsEntry("orderamt", 199900L)
        .containsEntry("media_list", List.of("https://a"))
        .containsEntry("cancel", false);
    assertThat(erp.findChanges("aftersale-requests", "aftersale-requests", "main")).isEqualTo(1);
  }

  @Test
  void findsADecisionUnderLitemallsOwnNumber() {
    jdbc.update(
        "INSERT INTO litemall_aftersale (aftersale_sn, order_id, user_id, type, amount, status,"
            + " handle_time) VALUES ('20261126123457', 7, 1, 2, 10.00, 2, NOW())");

    assertThat(erp.read("aftersale-decisions", "20261126123457").orElseThrow())
        .containsEntry("decision", "acceptreturn");
    assertThat(erp.findChanges("aftersale-decisions", "aftersales", "main")).isPositive();
  }

  @Test
  void refusesATicketOfAnOrderLitemallDoesNotHave() {
    ErpException refused =
        catchThrowableOfType(
            ErpException.class, () -> erp.write("aftersale", ticket("1", 2, Instant.now())));

    assertThat(refused.kind()).isEqualTo(ErpException.Kind.BAD_ROW);
  }
}
