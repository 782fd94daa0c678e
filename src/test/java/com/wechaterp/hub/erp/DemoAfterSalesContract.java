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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo pack's ports of after-sales and disputes, on whatever database the demo shop runs. */
abstract class DemoAfterSalesContract {

  private static final Instant CHANGED = Instant.ofEpochMilli(1_700_000_000_123L);

  private final HikariDataSource shop = new HikariDataSource();
  private final ErpDatabase database;
  private final JdbcTemplate jdbc;
  private final SqlErp erp;
  private final PackFolder folder = new PackFolder(Path.of("."), "demo", text -> text);

  DemoAfterSalesContract(String url, String user) {
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
        "INSERT INTO goods_item (item_no, goods_no, color, spec, price, tag_price, bar_no, line_no)"
            + " VALUES ('G1-1', 'G1', '云白', '4只装', 19.90, 29.90, '69', 1)");
    jdbc.update(
        "INSERT INTO so_head (so_no, cust_wx, st, pay_way, amt, ship_to, made, keep_min, upd_time)"
            + " VALUES ('SO1', 'openid-1', 'F', 'W', 19.90, 'a/1/b', CURRENT_TIMESTAMP, 30,"
            + " CURRENT_TIMESTAMP)");
  }

  @AfterEach
  void close() {
    database.close();
    shop.close();
  }

  private static Map<String, Object> ticket(String outOrderId, int status) {
    Map<String, Object> ticket = new LinkedHashMap<>();
    ticket.put("aftersale_id", "4000000001596225");
    ticket.put("out_aftersale_id", "");
    ticket.put("out_order_id", outOrderId);
    ticket.put("type", 1);
    ticket.put("status", status);
    ticket.put("status_name", "商家处理退款申请中");
    ticket.put("orderamt", 1990L);
    ticket.put("refund_reason", "不想要了");
    ticket.put("media_list", List.of("https://a", "https://b"));
    ticket.put("out_sku_id", "G1-1");
    ticket.put("product_cnt", 1L);
    ticket.put("waybill_id", "");
    ticket.put("update_time", CHANGED);
    ticket.put("deadline", CHANGED.plus(Duration.ofHours(48)));
    return ticket;
  }

  private String value(String sql) {
    return String.valueOf(jdbc.queryForObject(sql, String.class));
  }

  @Test
  void keepsWhatABuyerOpenedInWeChat() {
    erp.write("aftersale", ticket("SO1", 2));
    erp.write("aftersale", ticket("SO1", 11));

    assertThat(
            value(
                "SELECT CONCAT(svc_no, '/', kind, '/', amt, '/', wx_state, '/', pics) FROM svc_ticket"))
        .isEqualTo("WX4000000001596225/R/19.90/11/https://a,https://b");
  }

  @Test
  void refusesATicketOfAnOrderTheShopDoesNotHave() {
    ErpException refused =
        catchThrowableOfType(ErpException.class, () -> erp.write("aftersale", ticket("SO9", 2)));

    assertThat(refused.kind()).isEqualTo(ErpException.Kind.BAD_ROW);
    assertThat(refused).hasMessageContaining("4000000001596225");
  }

  @Test
  void readsWhatTheClerkDecidedAboutTheVersionTheClerkSaw() {
    erp.write("aftersale", ticket("SO1", 2));
    assertThat(erp.read("aftersale-decisions", "4000000001596225")).isEmpty();

    jdbc.update(
        "UPDATE svc_ticket SET verdict = 'Y', verdict_amt = 19.90, verdict_ver = wx_ver,"
            + " verdict_say = '同意', verdict_pics = 'P-1.png', verdict_time = CURRENT_TIMESTAMP");

    assertThat(erp.read("aftersale-decisions", "4000000001596225").orElseThrow())
        .containsEntry("decision", "acceptrefund")
        .containsEntry("orderamt", 1990L)
        .containsEntry("update_time", CHANGED);
  }

  @Test
  void readsATicketTheShopOpenedItself() {
    jdbc.update(
        "INSERT INTO svc_ticket (svc_no, so_no, item_no, qty, kind, amt, why, pics, asked_time)"
            + " VALUES ('T1', 'SO1', 'G1-1', 1, 'B', 10.50, '尺寸不合适', 'T1-1.png',"
            + " CURRENT_TIMESTAMP)");

    Map<String, Object> asked = erp.read("aftersale-requests", "T1").orElseThrow();

    assertThat(asked)
        .containsEntry("type", 2L)
        .containsEntry("orderamt", 1050L)
        .containsEntry("cancel", false)
        .containsEntry("refund_reason", "尺寸不合适");
    assertThat((List<?>) asked.get("product_infos"))
        .singleElement()
        .asString()
        .contains("out_product_id=G1", "out_sku_id=G1-1", "product_cnt=1");
  }

  @Test
  void keepsWeChatsIdOfATicketTheShopOpened() {
    jdbc.update(
        "INSERT INTO svc_ticket (svc_no, so_no, item_no, qty, kind, amt, asked_time)"
            + " VALUES ('T1', 'SO1', 'G1-1', 1, 'R', 10.50, CURRENT_TIMESTAMP)");
    Map<String, Object> known = ticket("SO1", 2);
    known.put("out_aftersale_id", "T1");

    erp.write("aftersale", known);

    assertThat(value("SELECT CONCAT(wx_svc_no, '/', amt, '/', wx_amt) FROM svc_ticket"))
        .isEqualTo("4000000001596225/10.50/19.90");
    assertThat(erp.read("aftersale-requests", "WX4000000001596225")).isEmpty();
  }

  @Test
  void keepsADisputeAndReadsTheClerksAnswer() {
    Map<String, Object> dispute = new LinkedHashMap<>();
    dispute.put("complaint_order_id", "500");
    dispute.put("aftersale_id", "4000000001596225");
    dispute.put("state", 230003);
    dispute.put("state_name", "待商家上传凭证");
    dispute.put("user_media_url_list", List.of("https://a"));
    erp.write("complaint", dispute);
    assertThat(erp.read("complaint-evidence", "500")).isEmpty();

    jdbc.update(
        "UPDATE wx_dispute SET answer = '发货前完好', answer_pics = 'P-1.png',"
            + " answer_time = CURRENT_TIMESTAMP");

    assertThat(erp.read("complaint-evidence", "500").orElseThrow())
        .containsEntry("content", "发货前完好");
  }
}
