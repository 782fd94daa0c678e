package com.wechaterp.hub.rehearsal.demo;

import com.wechaterp.hub.problem.Language;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The demo shop's merchant, who changes something in the ERP now and then. */
class DemoMerchant implements DemoPerson {

  private final JdbcTemplate jdbc;
  private final Storyteller story;
  private final Random random = new Random();
  private final AtomicInteger turns = new AtomicInteger();

  DemoMerchant(DataSource dataSource, Language language) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.story = new Storyteller(DemoMerchant.class, language);
  }

  @Override
  public String name() {
    return "merchant";
  }

  /** Changes one thing, in turn: a price, a stock figure, a title, or whether something is sold. */
  @Override
  public void act() {
    switch (turns.getAndIncrement() % 5) {
      case 0 -> changePrice();
      case 1, 3 -> changeStock();
      case 2 -> changeTitle();
      default -> changeState();
    }
  }

  void changePrice() {
    String goods = any("1");
    jdbc.update(
        "UPDATE goods_item SET price = price + 1.10 WHERE goods_no = ? AND line_no = 1", goods);
    tell("raised the price of {} by 1.10 yuan", "把 {} 的售价调高了 1.10 元", goods);
  }

  void changeStock() {
    String goods = any("1");
    jdbc.update(
        "UPDATE store_qty SET qty = ? WHERE item_no = ?", random.nextInt(300), goods + "-1");
    tell("counted the stock of {}", "盘点了 {} 的库存", goods);
  }

  void changeTitle() {
    String goods = any("1");
    jdbc.update(
        "UPDATE goods SET goods_name = CONCAT(SUBSTRING(goods_name, 1, 30), ?), upd_time = CURRENT_TIMESTAMP"
            + " WHERE goods_no = ?",
        " 新" + random.nextInt(100),
        goods);
    tell("wrote a new title for {}", "为 {} 改了标题", goods);
  }

  void changeState() {
    String from = random.nextBoolean() ? "1" : "0";
    String goods = any(from);
    String to = from.equals("1") ? "0" : "1";
    jdbc.update(
        "UPDATE goods SET state = ?, upd_time = CURRENT_TIMESTAMP WHERE goods_no = ?", to, goods);
    tell(
        from.equals("1") ? "took {} off sale" : "put {} back on sale",
        from.equals("1") ? "把 {} 下架" : "把 {} 重新上架",
        goods);
  }

  private String any(String state) {
    List<String> goods =
        jdbc.queryForList(
            "SELECT goods_no FROM goods WHERE state = ? AND goods_no LIKE 'G%'",
            String.class, state);
    return goods.isEmpty() ? "G10001" : goods.get(random.nextInt(goods.size()));
  }

  private void tell(String english, String chinese, String goods) {
    story.tell("The demo merchant " + english, "演示商家" + chinese, goods);
  }
}
