package com.wechaterp.hub.rehearsal.demo;

import com.wechaterp.hub.problem.Language;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Buyers who have their goods: some confirm it in WeChat, some in the shop. */
class DemoReceiver implements DemoPerson {

  /** Goods travel for a while: one turn in so many is about a receipt. */
  private static final int SELDOM = 4;

  private final JdbcTemplate jdbc;
  private final SandboxLever sandbox;
  private final Storyteller story;
  private final Random random = new Random();
  private final AtomicInteger turns = new AtomicInteger();

  DemoReceiver(DataSource shop, SandboxLever sandbox, Language language) {
    this.jdbc = new JdbcTemplate(shop);
    this.sandbox = sandbox;
    this.story = new Storyteller(DemoReceiver.class, language);
  }

  @Override
  public String name() {
    return "receiver";
  }

  /** Confirms the receipt of the order that is longest on its way. */
  @Override
  public void act() {
    if (turns.getAndIncrement() % SELDOM == SELDOM - 1) {
      onTheWay().forEach(order -> receive(order, random.nextBoolean()));
    }
  }

  private List<String> onTheWay() {
    return jdbc.queryForList(
        "SELECT h.so_no FROM so_head h JOIN wx_order w ON w.so_no = h.so_no"
            + " WHERE h.st = 'S' AND h.so_no LIKE 'SO%' AND w.wx_state = 30"
            + " ORDER BY h.made LIMIT 1",
        String.class);
  }

  void receive(String order, boolean inWeChat) {
    if (inWeChat) {
      sandbox.pull("orders/" + order + "/receive");
      story.tell("A demo buyer confirmed the receipt of {}", "演示买家确认收货 {}", order);
    } else {
      jdbc.update(
          "UPDATE so_head SET st = 'F', upd_time = CURRENT_TIMESTAMP WHERE so_no = ? AND st = 'S'",
          order);
      story.tell("A demo buyer told the shop that {} arrived", "演示买家在商店确认收货 {}", order);
    }
  }
}
