package com.wechaterp.hub.retention;

import com.wechaterp.hub.store.StoreOf;
import com.wechaterp.hub.store.UtcTimes;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.JdbcTemplate;

/** Old and young rows of a hub's database, and the clearing of it. */
abstract class RetentionRows {

  static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  static final LocalDateTime OLD = UtcTimes.utc(NOW.minus(Duration.ofDays(2000)));
  static final LocalDateTime YOUNG = UtcTimes.utc(NOW.minus(Duration.ofHours(12)));

  static final KeepProperties KEEP =
      new KeepProperties(
          days(30),
          days(365),
          days(180),
          days(30),
          days(400),
          days(400),
          days(90),
          days(180),
          days(1100),
          days(180),
          days(90));

  final HikariDataSource database;
  final JdbcTemplate jdbc;

  RetentionRows(HikariDataSource database) {
    this.database = database;
    this.jdbc = new JdbcTemplate(database);
  }

  static Duration days(int days) {
    return Duration.ofDays(days);
  }

  @AfterEach
  void close() {
    database.close();
  }

  void clear() {
    for (Retention each : new KeptTables(jdbc, StoreOf.transaction(database), KEEP).all()) {
      boolean more = true;
      while (more) {
        more = each.forgetSome(NOW);
      }
    }
  }

  void insert(String table, String columns, Object... values) {
    jdbc.update(
        "INSERT INTO "
            + table
            + " ("
            + columns
            + ") VALUES (?"
            + ", ?".repeat(values.length - 1)
            + ")",
        values);
  }

  /** Has a key wait in the work list. */
  void atWork(String flow, String key) {
    jdbc.update(
        "INSERT INTO work_flow (flow, done) VALUES (?, 0) ON DUPLICATE KEY UPDATE done = done",
        flow);
    insert(
        "work",
        "flow, account, work_key, state, generation, priority, attempts, why, since",
        flow,
        "main",
        key,
        "held",
        1,
        50,
        0,
        "test",
        OLD);
  }

  List<String> left(String table, String column) {
    return jdbc.queryForList(
        "SELECT " + column + " FROM " + table + " ORDER BY " + column, String.class);
  }

  void event(String key, String flow, boolean marked, LocalDateTime at) {
    insert(
        "inbox_event",
        "account, event, event_key, flow, work_key, marked, body, received_at",
        "main",
        "some_event",
        key,
        flow.isEmpty() ? null : flow,
        key,
        marked,
        "{}",
        at);
  }

  void step(String thing, LocalDateTime at) {
    insert(
        "timeline",
        "account, subject, thing, happened_at, step, sentence",
        "main",
        "order",
        thing,
        at,
        "sent",
        "x");
  }

  void request(String id, LocalDateTime at) {
    insert(
        "order_request",
        "account, out_order_id, fingerprint, body, received_at",
        "main",
        id,
        "f",
        "{}",
        at);
  }

  void order(String id, String orderId, int status, LocalDateTime at) {
    insert(
        "order_link",
        "account, out_order_id, order_id, openid, fund_type, status, order_price,"
            + " transaction_id, changed_at, version",
        "main",
        id,
        orderId,
        "o",
        1,
        status,
        100,
        "",
        at,
        1);
    insert(
        "shipment_parcel",
        "account, out_order_id, delivery_id, waybill_id, goods, state, changed_at, told",
        "main",
        id,
        "SF",
        "1",
        "[]",
        "SENT",
        at,
        "");
  }

  void afterSale(String key, String outId, String order, boolean ended, LocalDateTime at) {
    insert(
        "after_sale",
        "account, fund_type, aftersale_key, out_aftersale_id, out_order_id, out_sku_id,"
            + " product_cnt, type, status, orderamt, ended, claims, since, warned, seen_at",
        "main",
        1,
        key,
        outId,
        order,
        "",
        1,
        1,
        1,
        100,
        ended,
        true,
        at,
        false,
        at);
  }

  void call(String key, String outcome, LocalDateTime at) {
    insert(
        "after_sale_call",
        "account, flow, work_key, operation, content, status_before, begun_at, outcome",
        "main",
        "aftersales",
        key,
        "accept",
        "c",
        1,
        at,
        outcome);
  }

  void product(String id, boolean deleted, LocalDateTime at) {
    insert(
        "product_link",
        "account, out_product_id, product_id, edit_status, sale_status, deleted, sent, rejected,"
            + " path, figures, online_skus, reason, version, changed_at",
        "main",
        id,
        "1",
        4,
        5,
        deleted,
        "",
        "",
        "",
        "{}",
        "[]",
        "",
        1,
        at);
  }

  void money(String id, String state, LocalDateTime at) {
    insert(
        "money_request",
        "account, id, kind, amount, remark, details, state, requested_by, approved_by,"
            + " requested_at, out_request_no, qrcode_ticket, status, reason, version",
        "main",
        id,
        "withdrawal",
        1,
        "",
        "{}",
        state,
        "a",
        "",
        at,
        "",
        "",
        "",
        "",
        1);
  }

  void booking(String id, boolean inErp, LocalDateTime at) {
    insert(
        "ledger_entry",
        "account, funds_flow_id, ledger_day, type, flow_type, amount, balance, busi_type,"
            + " request_no, in_erp",
        "main",
        id,
        at.toLocalDate(),
        "t",
        "f",
        1,
        1,
        "b",
        "r",
        inErp);
  }

  void report(String subject, LocalDateTime at) {
    insert(
        "reconcile_report",
        "account, subject, window_from, window_to, started_at, ended_at, compared, differences,"
            + " queued, waiting, details",
        "main",
        subject,
        at,
        at,
        at,
        at,
        1,
        0,
        0,
        0,
        "[]");
  }
}
