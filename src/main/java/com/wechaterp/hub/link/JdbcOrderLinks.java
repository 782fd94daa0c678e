package com.wechaterp.hub.link;

import com.wechaterp.hub.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the links of orders in the hub's database. */
final class JdbcOrderLinks implements OrderLinks {

  private final JdbcClient jdbc;

  JdbcOrderLinks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public OrderLink of(String account, String outOrderId) {
    return jdbc.sql("SELECT * FROM order_link WHERE account = ? AND out_order_id = ?")
        .params(account, outOrderId)
        .query((row, index) -> link(row))
        .optional()
        .orElseGet(() -> OrderLink.unknown(account, outOrderId));
  }

  @Override
  public Optional<OrderLink> ofOrderId(String account, String orderId) {
    return jdbc.sql("SELECT * FROM order_link WHERE account = ? AND order_id = ?")
        .params(account, orderId)
        .query((row, index) -> link(row))
        .optional();
  }

  @Override
  public OrderLink save(OrderLink link) {
    String sql =
        link.version() == 0
            ? """
              INSERT INTO order_link (order_id, openid, fund_type, status, order_price,
                transaction_id, paid_at, created_at, expires_at, price_changed, told, changed_at,
                version, account, out_order_id)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
            : """
              UPDATE order_link SET order_id = ?, openid = ?, fund_type = ?, status = ?,
                order_price = ?, transaction_id = ?, paid_at = ?, created_at = ?, expires_at = ?,
                price_changed = ?, told = ?, changed_at = ?, version = ?
              WHERE account = ? AND out_order_id = ? AND version =\s"""
                + link.version();
    OrderLink next = link.next();
    VersionedRow.write(jdbc, sql, columns(next), "The link of order " + link.outOrderId());
    return next;
  }

  private static List<@Nullable Object> columns(OrderLink link) {
    return Arrays.<@Nullable Object>asList(
        link.orderId(),
        link.openid(),
        link.fundType(),
        link.statusCode(),
        link.orderPrice(),
        link.transactionId(),
        UtcTimes.utcOrNull(link.paidAt()),
        UtcTimes.utcOrNull(link.createdAt()),
        UtcTimes.utcOrNull(link.expiresAt()),
        link.priceChanged(),
        link.told(),
        UtcTimes.utcOrNull(Instant.now()),
        link.version(),
        link.account(),
        link.outOrderId());
  }

  @Override
  public List<OrderLink> untouchedSince(
      String account, List<OrderStatus> states, Instant time, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM order_link
            WHERE account = :account AND status IN (:states)
              AND changed_at < :time AND (looked_at IS NULL OR looked_at < :time)
            ORDER BY COALESCE(looked_at, changed_at) LIMIT :limit""")
        .param("account", account)
        .param("states", states.stream().map(OrderStatus::code).toList())
        .param("time", UtcTimes.utcOrNull(time))
        .param("limit", limit)
        .query((row, index) -> link(row))
        .list();
  }

  @Override
  public void looked(String account, String outOrderId) {
    jdbc.sql("UPDATE order_link SET looked_at = ? WHERE account = ? AND out_order_id = ?")
        .params(UtcTimes.utc(Instant.now()), account, outOrderId)
        .update();
  }

  @Override
  public void paymentTaken(String account, String outOrderId) {
    jdbc.sql("UPDATE order_link SET payment_taken = TRUE WHERE account = ? AND out_order_id = ?")
        .params(account, outOrderId)
        .update();
  }

  @Override
  public boolean isPaymentTaken(String account, String outOrderId) {
    return jdbc.sql("SELECT payment_taken FROM order_link WHERE account = ? AND out_order_id = ?")
        .params(account, outOrderId)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  @Override
  public List<OrderLink> unpaidNotLookedAtSince(Instant before, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM order_link
            WHERE status IN (10, 11) AND COALESCE(looked_at, changed_at) < :before
            ORDER BY COALESCE(looked_at, changed_at) LIMIT :limit""")
        .param("before", UtcTimes.utcOrNull(before))
        .param("limit", limit)
        .query((row, index) -> link(row))
        .list();
  }

  private static OrderLink link(ResultSet row) throws SQLException {
    return new OrderLink(
        row.getString("account"),
        row.getString("out_order_id"),
        row.getString("order_id"),
        row.getString("openid"),
        row.getInt("fund_type"),
        row.getInt("status"),
        row.getLong("order_price"),
        row.getString("transaction_id"),
        UtcTimes.instantOrNull(row.getObject("paid_at", LocalDateTime.class)),
        UtcTimes.instantOrNull(row.getObject("created_at", LocalDateTime.class)),
        UtcTimes.instantOrNull(row.getObject("expires_at", LocalDateTime.class)),
        row.getBoolean("price_changed"),
        row.getString("told"),
        row.getLong("version"));
  }
}
