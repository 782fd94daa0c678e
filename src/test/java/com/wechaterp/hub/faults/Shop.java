package com.wechaterp.hub.faults;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The people of the demo shop, who write into the ERP's tables; all times are the ERP's own. */
final class Shop {

  /** The product that every order is about. */
  static final String SOLD = "SALE";

  static final int STOCK = 1000;

  /** The price of two units with freight and what the shop takes off. */
  static final String AMOUNT = "42.80";

  private final JdbcTemplate erp;

  Shop(JdbcTemplate erp) {
    this.erp = erp;
  }

  void product(String no, String title) {
    erp.update(
        "INSERT INTO goods (goods_no, goods_name, cls_code, state, pics, upd_time)"
            + " VALUES (?, ?, 'B02', '1', ?, NOW())",
        no,
        title,
        no + "-1.png");
    item(no, no + "-1", 1);
  }

  void item(String product, String no, int line) {
    erp.update(
        "INSERT INTO goods_item (item_no, goods_no, color, spec, price, tag_price, bar_no,"
            + " line_no) VALUES (?, ?, ?, '4只装', 19.90, 29.90, '69', ?)",
        no,
        product,
        "色" + line,
        line);
    erp.update("INSERT INTO store_qty (item_no, qty) VALUES (?, ?)", no, STOCK);
  }

  void retitle(String no, String title) {
    erp.update("UPDATE goods SET goods_name = ?, upd_time = NOW() WHERE goods_no = ?", title, no);
  }

  void restock(String item, int quantity, String price) {
    erp.update("UPDATE store_qty SET qty = ? WHERE item_no = ?", quantity, item);
    erp.update("UPDATE goods_item SET price = ? WHERE item_no = ?", price, item);
  }

  /**
   * Orders two units of an item.
   *
   * @param own whether the buyer pays to the shop's own merchant number
   * @param paid whether the shop has that money already
   */
  void order(String no, String item, boolean own, boolean paid) {
    erp.update(
        "INSERT INTO so_line (so_no, line_no, item_no, qty, price) VALUES (?, 1, ?, 2, 19.90)",
        no,
        item);
    erp.update(
        "INSERT INTO so_head (so_no, cust_wx, st, pay_way, amt, freight_amt, off_amt, ship_to,"
            + " made, keep_min, prepay_no, prepay_time, pay_no, pay_time, upd_time) VALUES"
            + " (?, ?, ?, ?, ?, 5.00, 2.00, '张三/13800000001/广东省广州市海珠区', NOW(), 60, ?,"
            + " IF(?, NOW(), NULL), ?, IF(?, NOW(), NULL), NOW())",
        no,
        buyer(no),
        paid ? "P" : "N",
        own ? "M" : "W",
        AMOUNT,
        own ? "wx" + no : null,
        own,
        paid ? "4200" + no : null,
        paid);
  }

  static String buyer(String no) {
    return "openid-of-" + no;
  }

  void takeMoney(String no) {
    erp.update(
        "UPDATE so_head SET st = 'P', pay_no = ?, pay_time = NOW(), upd_time = NOW()"
            + " WHERE so_no = ?",
        "4200" + no,
        no);
  }

  void ship(String no, String item, @Nullable String waybill) {
    erp.update("INSERT IGNORE INTO dlv_item (note_no, item_no, qty) VALUES (?, ?, 2)", no, item);
    erp.update(
        "INSERT INTO dlv_note (note_no, so_no, exp_name, exp_no, gone, upd_time)"
            + " VALUES (?, ?, '顺丰', ?, DATE_ADD(UTC_TIMESTAMP(), INTERVAL 8 HOUR), NOW())",
        no,
        no,
        waybill);
  }

  /** Lets the clerk agree to what a buyer asks, as it stands now. */
  void agree(String order) {
    erp.update(
        "UPDATE svc_ticket SET verdict = 'Y', verdict_amt = wx_amt, verdict_ver = wx_ver,"
            + " verdict_say = '同意', verdict_time = NOW() WHERE so_no = ? AND wx_state = 2"
            + " AND (verdict IS NULL OR verdict_ver <> wx_ver)",
        order);
  }

  void openTicket(String order, String item) {
    erp.update(
        "INSERT INTO svc_ticket (svc_no, so_no, item_no, qty, kind, amt, why, asked_time)"
            + " VALUES (?, ?, ?, 2, 'R', 39.80, '尺寸不合适', NOW())",
        "T" + order,
        order,
        item);
  }

  void coupon(String no, int left) {
    erp.update(
        "INSERT INTO ticket (ticket_no, ticket_name, full_amt, off_amt, left_qty, from_time,"
            + " to_time, upd_time) VALUES (?, '满50减5', 50.00, 5.00, ?, '2026-01-01 00:00:00',"
            + " '2036-01-01 00:00:00', NOW())",
        no,
        left);
  }
}
