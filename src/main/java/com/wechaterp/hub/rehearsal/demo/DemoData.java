package com.wechaterp.hub.rehearsal.demo;

import com.wechaterp.hub.rehearsal.demo.DemoCatalogue.Goods;
import com.wechaterp.hub.rehearsal.demo.DemoCatalogue.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills the demo shop's database once. */
final class DemoData {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private DemoData() {}

  static void fill(DataSource dataSource) {
    new ResourceDatabasePopulator(false, false, "UTF-8", schema()).execute(dataSource);
    JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    Integer there = jdbc.queryForObject("SELECT COUNT(*) FROM goods", Integer.class);
    if (there != null && there > 0) {
      return;
    }
    List<Object[]> goods = new ArrayList<>();
    List<Object[]> items = new ArrayList<>();
    Map<String, Integer> stock = new LinkedHashMap<>();
    for (Goods good : DemoCatalogue.goods()) {
      goods.add(
          new Object[] {
            good.no(),
            good.name(),
            good.cls(),
            good.state(),
            good.pics(),
            good.detailPics(),
            good.memo()
          });
      int line = 0;
      for (Item item : good.items()) {
        line++;
        items.add(
            new Object[] {
              item.no(),
              good.no(),
              item.color(),
              item.spec(),
              item.price(),
              item.tagPrice(),
              "69" + Math.abs(Arrays.hashCode(new Object[] {item.no(), line}) % 1_000_000_000),
              line
            });
        stock.put(item.no(), item.qty());
      }
    }
    Object[] paper = {
      "P-BOOKS", "F01", "P-LICENCE.png", "P-PUBLISHING.png", LocalDate.now(CHINA).plusYears(2)
    };
    TransactionTemplate together = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    together.executeWithoutResult(status -> insert(jdbc, goods, items, stock, paper));
  }

  /** Each business object has its tables in a file of its own. */
  private static Resource[] schema() {
    try {
      return new PathMatchingResourcePatternResolver(DemoData.class.getClassLoader())
          .getResources("classpath:rehearsal/*.sql");
    } catch (IOException e) {
      throw new UncheckedIOException("The demo shop's tables cannot be read", e);
    }
  }

  /** All or nothing: a shop without stock would look complete at the next start. */
  private static void insert(
      JdbcTemplate jdbc,
      List<Object[]> goods,
      List<Object[]> items,
      Map<String, Integer> stock,
      Object[] paper) {
    jdbc.update(
        "INSERT INTO paper (paper_no, cls_id, licence_pic, paper_pics, good_until)"
            + " VALUES (?, ?, ?, ?, ?)",
        paper);
    jdbc.batchUpdate(
        "INSERT INTO goods (goods_no, goods_name, cls_code, state, pics, detail_pics, memo, upd_time)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, CURRENT_TIMESTAMP)",
        goods);
    jdbc.batchUpdate(
        "INSERT INTO goods_item (item_no, goods_no, color, spec, price, tag_price, bar_no, line_no)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        items);
    jdbc.batchUpdate(
        "INSERT INTO store_qty (item_no, qty) VALUES (?, ?)",
        stock.entrySet().stream()
            .map(entry -> new Object[] {entry.getKey(), entry.getValue()})
            .toList());
  }
}
