package com.wechaterp.hub.rehearsal.demo;

import com.wechaterp.hub.problem.Language;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The demo shop's warehouse, which sends paid orders: in one parcel, in two, without a courier, or
 * with a tracking number that is forgotten and typed in later.
 */
class DemoWarehouse implements DemoPerson {

  /** As people write them: WeChat's name, and names of config/wechat/couriers.yaml. */
  private static final String[] COURIERS = {"顺丰", "SF-Express", "圆通速递", "中通", "ZTO"};

  private static final int EVERY = 2;
  private static final int MOODS = 4;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate together;
  private final Storyteller story;
  private final Random random = new Random();
  private final AtomicInteger turns = new AtomicInteger();
  private final AtomicInteger notes = new AtomicInteger();

  /** So many of one item. */
  private record Pieces(String item, long count) {}

  DemoWarehouse(DataSource shop, Language language) {
    this.jdbc = new JdbcTemplate(shop);
    this.together = new TransactionTemplate(new JdbcTransactionManager(shop));
    this.story = new Storyteller(DemoWarehouse.class, language);
  }

  @Override
  public String name() {
    return "warehouse";
  }

  /** Sends something at every other turn; what was forgotten or left over goes first. */
  @Override
  public void act() {
    if (turns.getAndIncrement() % EVERY == 0 && !addForgottenNumber() && !shipRest()) {
      any("P").ifPresent(order -> ship(order, random.nextInt(MOODS)));
    }
  }

  /** Nobody sends what the buyer wants the money back for. */
  private Optional<String> any(String state) {
    return jdbc
        .queryForList(
            "SELECT h.so_no FROM so_head h WHERE h.st = ? AND h.so_no LIKE 'SO%'"
                + " AND NOT EXISTS (SELECT 1 FROM svc_ticket t WHERE t.so_no = h.so_no)"
                + " ORDER BY h.made LIMIT 1",
            String.class, state)
        .stream()
        .findFirst();
  }

  /** One of four goes in two parcels, and one of four without its number. */
  void ship(String order, int mood) {
    if (isWithoutCourier(order)) {
      note(order, left(order), null, null, "S");
      story.tell("The demo warehouse handed out {} without a courier", "演示仓库交付了无需快递的 {}", order);
    } else if (mood == 0) {
      note(order, List.of(new Pieces(left(order).get(0).item, 1)), courier(), number(), "D");
      story.tell("The demo warehouse shipped a part of {}", "演示仓库发出了 {} 的一部分", order);
    } else if (mood == 1) {
      note(order, left(order), courier(), null, "S");
      story.tell(
          "The demo warehouse shipped {} and forgot the tracking number",
          "演示仓库发出了 {}，但忘记填写运单号",
          order);
    } else {
      note(order, left(order), courier(), number(), "S");
      story.tell("The demo warehouse shipped {}", "演示仓库发出了 {}", order);
    }
  }

  private boolean isWithoutCourier(String order) {
    return !jdbc.queryForList("SELECT way FROM so_way WHERE so_no = ?", order).isEmpty();
  }

  /** Ships what is left of an order; returns whether there was any. */
  boolean shipRest() {
    Optional<String> begun = any("D");
    begun.ifPresent(
        order -> {
          note(order, left(order), courier(), number(), "S");
          story.tell("The demo warehouse shipped the rest of {}", "演示仓库发出了 {} 的剩余部分", order);
        });
    return begun.isPresent();
  }

  /** Types in a number that was forgotten; returns whether there was one. */
  boolean addForgottenNumber() {
    List<String> forgotten =
        jdbc.queryForList(
            "SELECT note_no FROM dlv_note WHERE exp_no IS NULL AND exp_name IS NOT NULL"
                + " AND so_no LIKE 'SO%' ORDER BY upd_time LIMIT 1",
            String.class);
    forgotten.forEach(
        note -> {
          jdbc.update(
              "UPDATE dlv_note SET exp_no = ?, upd_time = CURRENT_TIMESTAMP WHERE note_no = ?",
              number(),
              note);
          story.tell(
              "The demo warehouse added the tracking number of note {}",
              "演示仓库补填了发货单 {} 的运单号",
              note);
        });
    return !forgotten.isEmpty();
  }

  /** Returns what of an order is still here. */
  private List<Pieces> left(String order) {
    return jdbc
        .query(
            "SELECT l.item_no, SUM(l.qty) - COALESCE((SELECT SUM(i.qty) FROM dlv_item i"
                + " JOIN dlv_note n ON n.note_no = i.note_no"
                + " WHERE n.so_no = ? AND i.item_no = l.item_no), 0)"
                + " FROM so_line l WHERE l.so_no = ? GROUP BY l.item_no ORDER BY l.item_no",
            (row, index) -> new Pieces(row.getString(1), row.getLong(2)),
            order,
            order)
        .stream()
        .filter(pieces -> pieces.count > 0)
        .toList();
  }

  private void note(
      String order,
      List<Pieces> goods,
      @Nullable String courier,
      @Nullable String number,
      String state) {
    String note = "DN" + System.currentTimeMillis() % 10_000_000_000L + notes.getAndIncrement();
    together.executeWithoutResult(
        status -> {
          jdbc.update(
              "INSERT INTO dlv_note (note_no, so_no, exp_name, exp_no, gone, upd_time)"
                  + " VALUES (?, ?, ?, ?, ?, CURRENT_TIMESTAMP)",
              note,
              order,
              courier,
              number,
              DemoTime.now());
          for (Pieces pieces : goods) {
            jdbc.update(
                "INSERT INTO dlv_item (note_no, item_no, qty) VALUES (?, ?, ?)",
                note,
                pieces.item,
                pieces.count);
          }
          jdbc.update(
              "UPDATE so_head SET st = ?, upd_time = CURRENT_TIMESTAMP WHERE so_no = ?",
              state,
              order);
        });
  }

  private String courier() {
    return COURIERS[random.nextInt(COURIERS.length)];
  }

  private String number() {
    return "7" + (100_000_000_000L + random.nextLong(900_000_000_000L));
  }
}
