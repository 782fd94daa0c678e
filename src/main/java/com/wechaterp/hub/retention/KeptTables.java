package com.wechaterp.hub.retention;

import com.wechaterp.hub.link.OrderStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every table of the hub that grows with time, and what of it is over.
 *
 * <p>The other tables have an end of their own: a row for each key that waits ({@code work}, {@code
 * scheduled_tasks}, {@code work_spool}), for each row the ERP has now ({@code erp_snapshot}, {@code
 * erp_seen}, {@code product_link}), or for each thing that is set up once.
 */
final class KeptTables {

  private static final String ENDED =
      Arrays.stream(OrderStatus.values())
          .filter(
              status ->
                  status == OrderStatus.FINISHED
                      || status == OrderStatus.REFUNDED
                      || status.closed())
          .map(status -> String.valueOf(status.code()))
          .collect(Collectors.joining(", "));

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final KeepProperties keep;

  KeptTables(JdbcTemplate jdbc, TransactionTemplate transaction, KeepProperties keep) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.keep = keep;
  }

  /** Returns them in the order they are cleared: what goes with an order follows the order. */
  List<Retention> all() {
    return List.of(
        log("inbox_event", "received_at", keep.events(), "t.marked = TRUE AND " + EVENT_DONE),
        log("inbox_event", "received_at", keep.unhandledEvents(), "t.marked = FALSE"),
        rows("event_reply", "account, event, request_id", "decided_at", keep.events(), ANY),
        log("timeline", "happened_at", keep.timeline(), notAtWork("thing")),
        rows(
            "order_request",
            "account, out_order_id",
            "received_at",
            keep.requests(),
            notAtWork("out_order_id")),
        rows(
            "order_link",
            "account, out_order_id",
            "changed_at",
            keep.orders(),
            "(t.order_id = '' OR t.status IN ("
                + ENDED
                + ")) AND "
                + noOpenAfterSale("out_order_id", "out_order_id")
                + " AND "
                + notAtWork("out_order_id")),
        rows(
            "shipment_parcel",
            "account, out_order_id, delivery_id, waybill_id",
            "changed_at",
            keep.orders(),
            "t.state <> 'BEGUN' AND NOT EXISTS (SELECT 1 FROM order_link o"
                + " WHERE o.account = t.account AND o.out_order_id = t.out_order_id)"),
        rows(
            "shipping_info",
            "account, out_order_id, part",
            "seen_at",
            keep.orders(),
            notAtWork("out_order_id")),
        rows(
            "special_order",
            "account, out_order_id",
            "reported_at",
            keep.orders(),
            "(t.delay_to IS NULL OR t.delay_to < CURRENT_TIMESTAMP)"),
        rows("coupon_sent", "account, out_coupon_id", "changed_at", keep.orders(), ANY),
        rows(
            "after_sale_request",
            "account, out_aftersale_id",
            "asked_at",
            keep.requests(),
            noOpenAfterSale("out_aftersale_id", "out_aftersale_id")
                + " AND "
                + notAtWork("out_aftersale_id")),
        rows(
            "after_sale",
            "account, fund_type, aftersale_key",
            "seen_at",
            keep.aftersales(),
            "t.ended = TRUE AND "
                + notAtWork("aftersale_key")
                + " AND "
                + notAtWork("out_aftersale_id")),
        rows(
            "complaint",
            "account, complaint_order_id",
            "seen_at",
            keep.aftersales(),
            "t.ended = TRUE AND " + notAtWork("complaint_order_id")),
        log(
            "after_sale_call",
            "begun_at",
            keep.aftersales(),
            "t.outcome <> 'BEGUN' AND "
                + noOpenAfterSale("aftersale_key", "work_key")
                + " AND "
                + noOpenAfterSale("out_aftersale_id", "work_key")
                + " AND NOT EXISTS (SELECT 1 FROM complaint c WHERE c.account = t.account"
                + " AND c.complaint_order_id = t.work_key AND c.ended = FALSE) AND "
                + notAtWork("work_key")),
        rows(
            "product_link",
            "account, out_product_id",
            "changed_at",
            keep.products(),
            "t.deleted = TRUE AND t.sending IS NULL AND " + notAtWork("out_product_id")),
        rows("image_upload", "account, content", "used_at", keep.images(), ANY),
        rows("image_source", "source", "used_at", keep.images(), ANY),
        rows("pay_part", "account, part_no", "begun_at", keep.money(), ANY),
        rows(
            "money_request",
            "account, id",
            "requested_at",
            keep.money(),
            "t.state IN ('DONE', 'FAILED', 'CANCELLED') AND " + notAtWork("id")),
        rows(
            "ledger_entry",
            "account, funds_flow_id",
            "ledger_day",
            keep.money(),
            "t.in_erp = TRUE"),
        rows(
            "sharer_key",
            "account, person_key",
            "seen_at",
            keep.sharers(),
            notAtWork("person_key")),
        rows(
            "reconcile_report",
            "id",
            "ended_at",
            keep.reports(),
            "t.id NOT IN (SELECT MAX(l.id) FROM reconcile_report l GROUP BY l.account, l.subject)"));
  }

  private static final String ANY = "1 = 1";

  private static final String EVENT_DONE =
      "(t.flow IS NULL OR NOT EXISTS (SELECT 1 FROM work w"
          + " WHERE w.flow = t.flow AND w.account = t.account AND w.work_key = t.work_key))";

  /** A key that waits, is held or dead in whatever flow needs what is known of it. */
  private static String notAtWork(String key) {
    return "NOT EXISTS (SELECT 1 FROM work_flow f JOIN work w ON w.flow = f.flow"
        + " WHERE w.account = t.account AND w.work_key = t."
        + key
        + ")";
  }

  private static String noOpenAfterSale(String column, String key) {
    return String.format(
        "NOT EXISTS (SELECT 1 FROM after_sale a"
            + " WHERE a.account = t.account AND a.%s = t.%s AND a.ended = FALSE)",
        column, key);
  }

  private Retention log(String table, String time, Duration kept, String over) {
    return new OldLog(jdbc, table, time, kept, over);
  }

  private Retention rows(String table, String key, String time, Duration kept, String over) {
    return new OldRows(jdbc, transaction, table, List.of(key.split(", ")), time, kept, over);
  }
}
