package com.wechaterp.hub.rehearsal.demo;

import com.wechaterp.hub.problem.Language;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The demo shop's clerk, who decides about after-sales in the ERP and answers disputes. */
class DemoClerk implements DemoPerson {

  private static final int REFUSED_OF_TEN = 2;

  private final JdbcTemplate jdbc;
  private final Storyteller story;
  private final Random random = new Random();

  /** A ticket that waits for the clerk, with its state at WeChat. */
  private record Waiting(String number, int state) {}

  DemoClerk(DataSource dataSource, Language language) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.story = new Storyteller(DemoClerk.class, language);
  }

  @Override
  public String name() {
    return "clerk";
  }

  /**
   * Answers the oldest dispute that waits, gives back money that was paid to the shop itself, or
   * decides about the oldest ticket that waits.
   */
  @Override
  public void act() {
    if (!answerDispute() && !payBack()) {
      decide();
    }
  }

  /** WeChat only keeps what becomes of such a ticket; the shop's own cashier pays. */
  private boolean payBack() {
    List<String> waiting =
        jdbc.queryForList(
            "SELECT svc_no FROM svc_ticket WHERE (wx_state = 8 AND own_st = 'H')"
                + " OR (wx_state = 11 AND so_no IN (SELECT so_no FROM so_head WHERE pay_way = 'M')"
                + " AND COALESCE(own_st, 'M') = 'M') ORDER BY upd_time LIMIT 1",
            String.class);
    waiting.forEach(this::payBack);
    return !waiting.isEmpty();
  }

  private void payBack(String number) {
    jdbc.update(
        "UPDATE svc_ticket SET own_st = CASE WHEN wx_state = 8 THEN 'M' WHEN kind = 'R' THEN 'P'"
            + " ELSE 'Q' END, asked_time = CURRENT_TIMESTAMP WHERE svc_no = ?",
        number);
    story.tell("The demo clerk brought {} forward", "演示客服推进了 {} 的退款", number);
  }

  private boolean answerDispute() {
    List<String> waiting =
        jdbc.queryForList(
            "SELECT dispute_no FROM wx_dispute WHERE answer IS NULL AND state IN"
                + " (230003, 230004, 230006, 230016, 230017, 230019) ORDER BY upd_time LIMIT 1",
            String.class);
    waiting.forEach(this::answer);
    return !waiting.isEmpty();
  }

  void answer(String dispute) {
    jdbc.update(
        "UPDATE wx_dispute SET answer = '出库前已检查，附出库照片', answer_pics = ?,"
            + " answer_time = CURRENT_TIMESTAMP WHERE dispute_no = ?",
        "P-" + dispute + "-1.png",
        dispute);
    story.tell("The demo clerk answered dispute {}", "演示客服为纠纷单 {} 举证", dispute);
  }

  private void decide() {
    jdbc.query(
            "SELECT svc_no, wx_state FROM svc_ticket WHERE wx_state IN (2, 8, 23, 25)"
                + " AND own_st IS NULL AND (verdict IS NULL OR verdict_ver <> wx_ver) ORDER BY upd_time LIMIT 1",
            (row, index) -> new Waiting(row.getString(1), row.getInt(2)))
        .forEach(this::decide);
  }

  private void decide(Waiting ticket) {
    String number = ticket.number;
    switch (ticket.state) {
      case 8 -> {
        decide(number, "G", "货已收到");
        story.tell("The demo clerk took goods back for {}", "演示客服收到 {} 的退货，同意退款", number);
      }
      case 25 -> {
        decide(number, "P", "已与买家协商，线下退款");
        story.tell("The demo clerk paid {} back by hand", "演示客服为 {} 线下退款", number);
      }
      default -> first(number);
    }
  }

  private void first(String number) {
    if (random.nextInt(10) < REFUSED_OF_TEN) {
      // Without pictures, so that there is something to add when a dispute comes of it.
      decide(number, "N", "商品已使用，影响二次销售", null);
      story.tell("The demo clerk refused {}", "演示客服拒绝了 {}", number);
    } else {
      decide(number, "Y", "同意");
      story.tell("The demo clerk agreed to {}", "演示客服同意了 {}", number);
    }
  }

  void decide(String number, String verdict, String words) {
    decide(number, verdict, words, "P-" + number + "-1.png");
  }

  /** Keeps the version of the request that the clerk has seen, with the amount. */
  private void decide(String number, String verdict, String words, @Nullable String pictures) {
    jdbc.update(
        "UPDATE svc_ticket SET verdict = ?, verdict_say = ?, verdict_pics = ?, verdict_amt = wx_amt,"
            + " verdict_ver = wx_ver, verdict_time = CURRENT_TIMESTAMP WHERE svc_no = ?",
        verdict,
        words,
        pictures,
        number);
  }
}
