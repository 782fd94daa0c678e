package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.aftersale.AfterSale.Line;
import com.wechaterp.hub.aftersale.WatchedAfterSale.Change;
import com.wechaterp.hub.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The after-sales the hub has seen, in its database. */
class AfterSales {

  private final JdbcClient jdbc;
  private final AfterSaleSettings settings;

  AfterSales(JdbcClient jdbc, AfterSaleSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** Keeps what WeChat has, and returns it with the time until which somebody must act. */
  WatchedAfterSale see(String account, AfterSale known, Instant now) {
    Optional<SeenAfterSale> before = find(account, known.fundType(), known.key());
    boolean same = before.filter(seen -> seen.status() == known.statusCode()).isPresent();
    Instant changed = Objects.requireNonNullElse(known.updateTime(), now);
    Instant since = same ? before.get().since() : changed;
    Duration limit = settings.deadlines().of(known.state());
    Instant deadline = limit.isZero() ? null : since.plus(limit);
    WatchedAfterSale watched =
        new WatchedAfterSale(
            account,
            known,
            since,
            deadline,
            same ? Change.NONE : before.isPresent() ? Change.OTHER_STATE : Change.FIRST_SEEN);
    if (before.isPresent()) {
      update(watched, now);
      return watched;
    }
    // Another flow may have seen it first in between.
    return insert(watched, now) ? watched : see(account, known, now);
  }

  private boolean insert(WatchedAfterSale watched, Instant now) {
    try {
      insertNew(watched, now);
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  private void insertNew(WatchedAfterSale watched, Instant now) {
    jdbc.sql(
            """
            INSERT INTO after_sale (out_aftersale_id, out_order_id, out_sku_id, product_cnt, type,
              status, orderamt, ended, claims, since, deadline, seen_at, warned,
              account, fund_type, aftersale_key)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE, ?, ?, ?)""")
        .params(columns(watched, now))
        .update();
  }

  private void update(WatchedAfterSale watched, Instant now) {
    jdbc.sql(
            """
            UPDATE after_sale SET out_aftersale_id = ?, out_order_id = ?, out_sku_id = ?,
              product_cnt = ?, type = ?, status = ?, orderamt = ?, ended = ?, claims = ?, since = ?,
              deadline = ?, seen_at = ?"""
                + (watched.change() == Change.NONE ? "" : ", warned = FALSE")
                + " WHERE account = ? AND fund_type = ? AND aftersale_key = ?")
        .params(columns(watched, now))
        .update();
  }

  private static List<@Nullable Object> columns(WatchedAfterSale watched, Instant now) {
    AfterSale known = watched.known();
    return Arrays.<@Nullable Object>asList(
        known.outAftersaleId(),
        known.outOrderId(),
        known.lines().size() == 1 ? known.lines().get(0).outSkuId() : "",
        known.lines().stream().mapToLong(Line::productCnt).sum(),
        known.typeCode(),
        known.statusCode(),
        known.orderamt(),
        known.ended(),
        !known.claimsNothing(),
        UtcTimes.utc(watched.since()),
        UtcTimes.utcOrNull(watched.deadline()),
        UtcTimes.utc(now),
        watched.account(),
        known.fundType(),
        known.key());
  }

  private Optional<SeenAfterSale> find(String account, int fundType, String key) {
    return jdbc.sql(
            "SELECT * FROM after_sale WHERE account = ? AND fund_type = ? AND aftersale_key = ?")
        .params(account, fundType, key)
        .query((row, index) -> seen(row))
        .optional();
  }

  /** Returns the after-sale that WeChat drives by its id. */
  Optional<SeenAfterSale> driven(String account, String aftersaleId) {
    return find(account, AfterSale.DRIVEN, aftersaleId);
  }

  /** Returns the after-sale of the merchant's id. */
  Optional<SeenAfterSale> ofOutId(String account, String outAftersaleId) {
    return jdbc
        .sql("SELECT * FROM after_sale WHERE account = ? AND out_aftersale_id = ?")
        .params(account, outAftersaleId)
        .query((row, index) -> seen(row))
        .list()
        .stream()
        .findFirst();
  }

  /** Returns what an order's after-sales ask for, without the one of the given id. */
  List<Claim> claims(String account, String outOrderId, String withoutOutId) {
    return jdbc.sql(
            """
            SELECT out_sku_id, product_cnt, orderamt FROM after_sale
            WHERE account = ? AND out_order_id = ? AND out_aftersale_id <> ? AND claims""")
        .params(account, outOrderId, withoutOutId)
        .query((row, index) -> new Claim(row.getString(1), row.getLong(2), row.getLong(3)))
        .list();
  }

  /** Returns the open after-sales of all accounts, those to act on first. */
  List<SeenAfterSale> open(int limit) {
    return jdbc.sql(
            """
            SELECT * FROM after_sale WHERE NOT ended
            ORDER BY CASE WHEN deadline IS NULL THEN 1 ELSE 0 END, deadline, since LIMIT ?""")
        .param(limit)
        .query((row, index) -> seen(row))
        .list();
  }

  /** Returns the open after-sales that WeChat drives and nobody has looked at since a time. */
  List<SeenAfterSale> notSeenSince(Instant time, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM after_sale WHERE NOT ended AND seen_at < ? AND fund_type = ?
            ORDER BY seen_at LIMIT ?""")
        .params(UtcTimes.utc(time), AfterSale.DRIVEN, limit)
        .query((row, index) -> seen(row))
        .list();
  }

  /**
   * Returns the after-sales that wait for the merchant, whose deadline passes in a span of time and
   * has not been warned of.
   */
  List<SeenAfterSale> unwarned(Instant from, Instant to) {
    return jdbc.sql(
            """
            SELECT * FROM after_sale WHERE NOT ended AND NOT warned AND fund_type = :driven
              AND status IN (:waiting) AND deadline > :from AND deadline <= :to
            ORDER BY deadline""")
        .param("driven", AfterSale.DRIVEN)
        .param(
            "waiting",
            Arrays.stream(AfterSaleState.values())
                .filter(AfterSaleState::waitsForMerchant)
                .map(AfterSaleState::code)
                .toList())
        .param("from", UtcTimes.utc(from))
        .param("to", UtcTimes.utc(to))
        .query((row, index) -> seen(row))
        .list();
  }

  /** Remembers that the deadline's warning was given; returns whether it was not before. */
  boolean warn(String account, String aftersaleId) {
    return jdbc.sql(
                """
                UPDATE after_sale SET warned = TRUE
                WHERE account = ? AND fund_type = ? AND aftersale_key = ? AND NOT warned""")
            .params(account, AfterSale.DRIVEN, aftersaleId)
            .update()
        == 1;
  }

  private static SeenAfterSale seen(ResultSet row) throws SQLException {
    return new SeenAfterSale(
        row.getString("account"),
        row.getInt("fund_type"),
        row.getString("aftersale_key"),
        row.getString("out_aftersale_id"),
        row.getString("out_order_id"),
        row.getInt("type"),
        row.getInt("status"),
        row.getLong("orderamt"),
        UtcTimes.instant(row.getObject("since", LocalDateTime.class)),
        UtcTimes.instantOrNull(row.getObject("deadline", LocalDateTime.class)));
  }
}
