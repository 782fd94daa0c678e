package com.wechaterp.hub.rehearsal.demo;

import com.wechaterp.hub.problem.Language;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Buyers of the demo shop: they order, and most of them pay. */
class DemoBuyer implements DemoPerson {

  private static final DateTimeFormatter NUMBER = DateTimeFormatter.ofPattern("yyMMddHHmmssSSS");
  private static final BigDecimal FREIGHT = new BigDecimal("6.00");
  private static final BigDecimal ENOUGH_FOR_FREE_FREIGHT = new BigDecimal("199");
  private static final int HESITATION_SECONDS = 10;

  /** Fetched by the buyer, or nothing to send. */
  private static final String[] WITHOUT_COURIER = {"Z", "N"};

  private static final String[] SHIP_TO = {
    "张三/13800000001/广东省广州市海珠区新港中路397号",
    "李四/13800000002/浙江省杭州市西湖区文三路90号",
    "王五/13800000003/四川省成都市武侯区天府大道1388号",
  };

  private final JdbcTemplate jdbc;
  private final TransactionTemplate together;
  private final SandboxLever sandbox;
  private final Storyteller story;
  private final Random random = new Random();
  private final AtomicInteger turns = new AtomicInteger();

  /** What is ordered. */
  private record Item(String no, BigDecimal price) {}

  DemoBuyer(DataSource shop, SandboxLever sandbox, Language language) {
    this.jdbc = new JdbcTemplate(shop);
    this.together = new TransactionTemplate(new JdbcTransactionManager(shop));
    this.sandbox = sandbox;
    this.story = new Storyteller(DemoBuyer.class, language);
  }

  @Override
  public String name() {
    return "buyer";
  }

  /** Orders something, or decides about an order, in turn. */
  @Override
  public void act() {
    int turn = turns.getAndIncrement();
    if (turn % 2 == 0) {
      order(turn % 6 == 4 ? "M" : "W", turn % 16 == 6 ? WITHOUT_COURIER[turn / 16 % 2] : "");
    } else {
      waiting().ifPresent(order -> decide(order, random.nextInt(10)));
    }
  }

  String order(String payWay) {
    return order(payWay, "");
  }

  /** Orders one or two items; the shop takes 5 off every third order. */
  String order(String payWay, String way) {
    String no = "SO" + DemoTime.now().format(NUMBER);
    List<Item> items =
        jdbc.query(
            "SELECT i.item_no, i.price FROM goods_item i JOIN goods g ON g.goods_no = i.goods_no"
                + " WHERE g.state = '1' AND g.goods_no LIKE 'G%' ORDER BY RAND() LIMIT ?",
            (row, index) -> new Item(row.getString(1), row.getBigDecimal(2)),
            1 + random.nextInt(2));
    BigDecimal goods = BigDecimal.ZERO;
    for (Item item : items) {
      goods = goods.add(item.price.multiply(BigDecimal.valueOf(2)));
    }
    BigDecimal freight = goods.compareTo(ENOUGH_FOR_FREE_FREIGHT) < 0 ? FREIGHT : BigDecimal.ZERO;
    BigDecimal off = random.nextInt(3) == 0 ? new BigDecimal("5.00") : BigDecimal.ZERO;
    BigDecimal amount = goods.add(freight).subtract(off);
    together.executeWithoutResult(
        status -> {
          head(no, payWay, amount, freight, off);
          int line = 0;
          for (Item item : items) {
            line++;
            jdbc.update(
                "INSERT INTO so_line (so_no, line_no, item_no, qty, price) VALUES (?, ?, ?, 2, ?)",
                no,
                line,
                item.no,
                item.price);
          }
          if (!way.isEmpty()) {
            jdbc.update("INSERT INTO so_way (so_no, way) VALUES (?, ?)", no, way);
          }
        });
    story.tell("A demo buyer ordered {} for {} yuan", "演示买家下单 {}，共 {} 元", no, amount);
    return no;
  }

  private void head(
      String no, String payWay, BigDecimal amount, BigDecimal freight, BigDecimal off) {
    LocalDateTime now = DemoTime.now();
    boolean own = payWay.equals("M");
    int buyer = random.nextInt(SHIP_TO.length);
    jdbc.update(
        "INSERT INTO so_head (so_no, cust_wx, st, pay_way, amt, freight_amt, off_amt, ship_to,"
            + " made, keep_min, prepay_no, prepay_time, upd_time)"
            + " VALUES (?, ?, 'N', ?, ?, ?, ?, ?, ?, 30, ?, ?, CURRENT_TIMESTAMP)",
        no,
        "oDemoBuyer000000000000000" + buyer,
        payWay,
        amount,
        freight,
        off,
        SHIP_TO[buyer],
        now,
        own ? "wx" + no : null,
        own ? now : null);
  }

  /** Returns the order that waits longest for its payment and that WeChat has. */
  private Optional<String> waiting() {
    return jdbc
        .queryForList(
            "SELECT h.so_no FROM so_head h JOIN wx_order w ON w.so_no = h.so_no"
                + " WHERE h.st = 'N' AND h.so_no LIKE 'SO%' AND w.wx_state = 10 AND h.made < ?"
                + " ORDER BY h.made LIMIT 1",
            String.class, DemoTime.now().minusSeconds(HESITATION_SECONDS))
        .stream()
        .findFirst();
  }

  /** Seven of ten pay, one cancels, one forgets, and one order is closed by the shop. */
  void decide(String no, int mood) {
    switch (mood) {
      case 0 -> {
        sandbox.pull("orders/" + no + "/cancel");
        story.tell("A demo buyer cancelled {}", "演示买家取消了 {}", no);
      }
      case 1 -> {
        sandbox.pull("orders/" + no + "/time-out");
        story.tell("A demo buyer forgot to pay {}", "演示买家忘记支付 {}", no);
      }
      case 2 -> {
        jdbc.update(
            "UPDATE so_head SET st = 'C', upd_time = CURRENT_TIMESTAMP"
                + " WHERE so_no = ? AND st = 'N'",
            no);
        story.tell("The demo shop closed {}", "演示商店关闭了 {}", no);
      }
      default -> pay(no);
    }
  }

  /** WeChat's cashier tells WeChat; the shop's own merchant number tells the shop. */
  void pay(String no) {
    int byTheShop =
        jdbc.update(
            "UPDATE so_head SET st = 'P', pay_no = ?, pay_time = ?, upd_time = CURRENT_TIMESTAMP"
                + " WHERE so_no = ? AND st = 'N' AND pay_way = 'M'",
            "4200" + no.substring(2),
            DemoTime.now(),
            no);
    if (byTheShop == 0) {
      sandbox.pull("orders/" + no + "/pay");
    }
    story.tell("A demo buyer paid {}", "演示买家支付了 {}", no);
  }
}
