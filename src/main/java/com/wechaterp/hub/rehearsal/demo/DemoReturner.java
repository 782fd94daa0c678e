package com.wechaterp.hub.rehearsal.demo;

import com.wechaterp.hub.problem.Language;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Buyers who want their money back: most ask in WeChat, some in the shop, goods come back, and some
 * who were refused ask the platform.
 */
class DemoReturner implements DemoPerson {

  private static final DateTimeFormatter NUMBER = DateTimeFormatter.ofPattern("yyMMddHHmmssSSS");

  /** Few orders come back: one turn in so many is about opening an after-sale. */
  private static final int SELDOM = 6;

  private final JdbcTemplate jdbc;
  private final SandboxLever sandbox;
  private final Storyteller story;
  private final Random random = new Random();
  private final AtomicInteger turns = new AtomicInteger();

  /** A paid order without an after-sale. */
  /** WeChat's state of an order that waits for its shipment. */
  private static final int PAID = 20;

  private record Bought(String order, String payWay, String item, String price, boolean shipped) {}

  DemoReturner(DataSource shop, SandboxLever sandbox, Language language) {
    this.jdbc = new JdbcTemplate(shop);
    this.sandbox = sandbox;
    this.story = new Storyteller(DemoReturner.class, language);
  }

  @Override
  public String name() {
    return "returner";
  }

  /** Opens an after-sale or a dispute now and then; otherwise sends back what WeChat waits for. */
  @Override
  public void act() {
    switch (turns.getAndIncrement() % SELDOM) {
      case SELDOM - 1 -> bought().ifPresent(this::open);
      case SELDOM - 2 -> refused().ifPresent(this::complain);
      default -> sendBack();
    }
  }

  private Optional<Bought> bought() {
    return jdbc
        .query(
            "SELECT h.so_no, h.pay_way, l.item_no, l.price, w.wx_state FROM so_head h"
                + " JOIN so_line l ON l.so_no = h.so_no AND l.line_no = 1"
                + " JOIN wx_order w ON w.so_no = h.so_no AND w.wx_state IN (20, 21, 30, 100)"
                + " WHERE h.st IN ('P', 'D', 'S', 'F')"
                + " AND NOT EXISTS (SELECT 1 FROM svc_ticket t WHERE t.so_no = h.so_no)"
                + " ORDER BY h.made DESC LIMIT 1",
            (row, index) ->
                new Bought(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5) > PAID))
        .stream()
        .findFirst();
  }

  /** Returns WeChat's id of an after-sale that the shop refused. */
  private Optional<String> refused() {
    return jdbc
        .queryForList(
            "SELECT t.wx_svc_no FROM svc_ticket t JOIN so_head h ON h.so_no = t.so_no"
                + " WHERE t.wx_state IN (4, 5) AND h.pay_way = 'W' ORDER BY t.upd_time LIMIT 1",
            String.class)
        .stream()
        .findFirst();
  }

  void complain(String id) {
    sandbox.pull("aftersales/" + id + "/escalate");
    story.tell("A demo buyer asked WeChat to judge {}", "演示买家就 {} 申请平台介入", id);
  }

  /** Asks in WeChat for the money (1), or to send the goods back for it (2). */
  void open(String order, int type) {
    sandbox.pull("orders/" + order + "/aftersales?type=" + type);
    story.tell("A demo buyer asked for money back for {}", "演示买家为 {} 申请了售后", order);
  }

  /** Only what was shipped can go back. */
  private boolean goesBack(Bought bought) {
    return bought.shipped && random.nextBoolean();
  }

  private void open(Bought bought) {
    if (bought.payWay.equals("W") && random.nextInt(3) > 0) {
      open(bought.order, goesBack(bought) ? 2 : 1);
    } else {
      openInTheShop(bought);
    }
  }

  /** The shop refunds one piece a little below its price, whatever discount there was. */
  private void openInTheShop(Bought bought) {
    String number = "TK" + DemoTime.now().format(NUMBER);
    jdbc.update(
        "INSERT INTO svc_ticket (svc_no, so_no, item_no, qty, kind, amt, why, asked_time)"
            + " VALUES (?, ?, ?, 1, ?, ROUND(? * 0.8, 2), '不喜欢', CURRENT_TIMESTAMP)",
        number,
        bought.order,
        bought.item,
        goesBack(bought) ? "B" : "R",
        bought.price);
    story.tell("A demo buyer asked the shop for money back: {}", "演示买家在商店页面申请了售后：{}", number);
  }

  private void sendBack() {
    waiting("W")
        .ifPresent(
            id -> {
              sandbox.pull("aftersales/" + id + "/return?waybill_id=" + waybill(id));
              sentBack(id);
            });
    waiting("M")
        .ifPresent(
            id -> {
              jdbc.update(
                  "UPDATE svc_ticket SET own_st = 'H', express = 'SF', express_no = ?,"
                      + " asked_time = CURRENT_TIMESTAMP WHERE wx_svc_no = ?",
                  waybill(id),
                  id);
              sentBack(id);
            });
  }

  private Optional<String> waiting(String payWay) {
    return jdbc
        .queryForList(
            "SELECT t.wx_svc_no FROM svc_ticket t JOIN so_head h ON h.so_no = t.so_no"
                + " WHERE t.wx_state = 6 AND t.own_st IS NULL AND h.pay_way = ?"
                + " ORDER BY t.upd_time LIMIT 1",
            String.class,
            payWay)
        .stream()
        .findFirst();
  }

  private static String waybill(String id) {
    return "SF" + id.substring(Math.max(0, id.length() - 9));
  }

  private void sentBack(String id) {
    story.tell("A demo buyer sent goods back for {}", "演示买家为 {} 寄回了商品", id);
  }
}
