package com.wechaterp.hub.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.HubProcess;
import com.wechaterp.hub.testing.KillableHub;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A hub that is killed while it gives evidence about a dispute. */
class KilledComplaintsIT {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String UPLOAD = "shop/complaint/upload_material";
  private static final int LONG_MILLIS = 15_000;

  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  private KillableHub killable;
  private HubProcess wechat;
  private JdbcTemplate shop;

  @BeforeEach
  void start() throws Exception {
    killable = KillableHub.besideWeChat(folder);
    wechat = killable.wechat();
    shop = killable.shop();
  }

  @AfterEach
  void stop() throws InterruptedException {
    killable.close();
  }

  @Test
  void givesEvidenceOnceThoughItIsKilledBeforeTheAnswer() throws Exception {
    HubProcess hub = killable.start();
    String dispute = dispute();
    // WeChat takes the evidence at once and answers when nobody listens any more.
    wechat.post(
        "/sandbox/_control/fail?operation="
            + UPLOAD
            + "&kind=slow&afterwards=true&value="
            + LONG_MILLIS);
    shop.update(
        "UPDATE wx_dispute SET answer = '出库前已检查', answer_pics = 'P-1.png', answer_time = NOW()");
    await().atMost(SOON).until(() -> uploads() == 1);
    hub.kill();

    killable.start();

    await().atMost(SOON).until(() -> value("SELECT state FROM wx_dispute").equals("230007"));
    assertThat(uploads()).isEqualTo(1);
    wechat.post("/sandbox/_control/complaints/" + dispute + "/judge?result=10");
    await().atMost(SOON).until(() -> value("SELECT judged FROM wx_dispute").equals("用户责任，无需退款"));
    await().atMost(SOON).until(() -> value("SELECT wx_state FROM svc_ticket").equals("7"));
    assertThat(uploads()).isEqualTo(1);
  }

  /** Has a paid order, a refused wish, and WeChat asking for evidence; returns the dispute. */
  private String dispute() throws Exception {
    order();
    await()
        .atMost(SOON)
        .until(() -> wechat.get("/sandbox/_control/orders").path("orders").size() == 1);
    wechat.post("/sandbox/_control/orders/K1/pay");
    await().atMost(SOON).until(() -> value("SELECT st FROM so_head WHERE so_no='K1'").equals("P"));
    wechat.post("/sandbox/_control/orders/K1/aftersales");
    await().atMost(SOON).until(() -> !value("SELECT wx_svc_no FROM svc_ticket").isEmpty());
    shop.update(
        "UPDATE svc_ticket SET verdict = 'N', verdict_say = '已使用', verdict_ver = wx_ver,"
            + " verdict_time = NOW()");
    await().atMost(SOON).until(() -> value("SELECT wx_state FROM svc_ticket").equals("4"));
    String ticket = value("SELECT wx_svc_no FROM svc_ticket");
    wechat.post("/sandbox/_control/aftersales/" + ticket + "/escalate");
    wechat.post("/sandbox/_control/complaints/" + ticket + "/ask");
    await().atMost(SOON).until(() -> value("SELECT state FROM wx_dispute").equals("230003"));
    return value("SELECT dispute_no FROM wx_dispute");
  }

  private void order() {
    shop.update(
        "INSERT INTO so_line (so_no, line_no, item_no, qty, price)"
            + " VALUES ('K1', 1, 'G10001-1', 2, 19.90)");
    shop.update(
        "INSERT INTO so_head (so_no, cust_wx, st, pay_way, amt, freight_amt, off_amt, ship_to,"
            + " made, keep_min, upd_time) VALUES ('K1', 'openid-of-buyer', 'N', 'W', 42.80, 5.00,"
            + " 2.00, '张三/13800000001/广东省广州市海珠区', ?, 30, NOW())",
        LocalDateTime.now(ZoneId.of("Asia/Shanghai")));
  }

  private String value(String sql) {
    List<String> values = shop.queryForList(sql, String.class);
    return values.isEmpty() ? "" : String.valueOf(values.get(0));
  }

  private int uploads() throws Exception {
    return wechat.get("/sandbox/_control/calls").path(UPLOAD).asInt(0);
  }
}
