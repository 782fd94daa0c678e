package com.wechaterp.hub.link;

import com.wechaterp.hub.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the links in the hub's database, figures and SKUs as JSON. */
final class JdbcProductLinks implements ProductLinks {

  private static final TypeReference<Map<String, SkuFigures>> FIGURES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JdbcProductLinks(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public ProductLink of(String account, String outProductId) {
    return of(account, List.of(outProductId))
        .getOrDefault(outProductId, ProductLink.unknown(account, outProductId));
  }

  @Override
  public Map<String, ProductLink> of(String account, Collection<String> outProductIds) {
    Map<String, ProductLink> links = new HashMap<>();
    if (!outProductIds.isEmpty()) {
      jdbc.sql("SELECT * FROM product_link WHERE account = :account AND out_product_id IN (:ids)")
          .param("account", account)
          .param("ids", outProductIds)
          .query((row, index) -> link(row))
          .list()
          .forEach(link -> links.put(link.outProductId(), link));
    }
    return links;
  }

  @Override
  public Optional<String> outProductId(String account, String productId) {
    return jdbc
        .sql("SELECT out_product_id FROM product_link WHERE account = ? AND product_id = ?")
        .params(account, productId)
        .query(String.class)
        .list()
        .stream()
        .findFirst();
  }

  @Override
  public ProductLink save(ProductLink link) {
    String sql =
        link.version() == 0
            ? """
              INSERT INTO product_link (product_id, edit_status, sale_status, deleted, sent,
                rejected, path, figures, online_skus, reason, submitted_at, submit_time, sending,
                changed_at, version, account, out_product_id)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
            : """
              UPDATE product_link SET product_id = ?, edit_status = ?, sale_status = ?,
                deleted = ?, sent = ?, rejected = ?, path = ?, figures = ?, online_skus = ?,
                reason = ?, submitted_at = ?, submit_time = ?, sending = ?, changed_at = ?,
                version = ?
              WHERE account = ? AND out_product_id = ? AND version =\s"""
                + link.version();
    VersionedRow.write(jdbc, sql, columns(link), "The link of product " + link.outProductId());
    return of(link.account(), link.outProductId());
  }

  private List<@Nullable Object> columns(ProductLink link) {
    return Arrays.<@Nullable Object>asList(
        link.productId(),
        link.editCode(),
        link.saleCode(),
        link.deleted(),
        link.sent(),
        link.rejected(),
        link.path(),
        json.writeValueAsString(link.figures()),
        json.writeValueAsString(link.onlineSkus()),
        link.reason(),
        UtcTimes.utcOrNull(link.submittedAt()),
        link.submitTime(),
        link.sending() == null ? null : json.writeValueAsString(link.sending()),
        UtcTimes.utc(Instant.now()),
        link.version() + 1,
        link.account(),
        link.outProductId());
  }

  @Override
  public List<ProductLink> page(String account, String after, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM product_link
            WHERE account = ? AND out_product_id > ? AND product_id <> '' AND deleted = FALSE
            ORDER BY out_product_id LIMIT ?""")
        .params(account, after, limit)
        .query((row, index) -> link(row))
        .list();
  }

  @Override
  public List<String> accountsInAudit() {
    return jdbc.sql("SELECT DISTINCT account FROM product_link WHERE edit_status = 2")
        .query(String.class)
        .list();
  }

  @Override
  public List<String> inAudit(String account, Instant before, int limit) {
    return jdbc.sql(
            """
            SELECT out_product_id FROM product_link
            WHERE account = ? AND edit_status = 2 AND (submitted_at IS NULL OR submitted_at < ?)
            ORDER BY submitted_at LIMIT ?""")
        .params(account, UtcTimes.utc(before), limit)
        .query(String.class)
        .list();
  }

  private ProductLink link(ResultSet row) throws SQLException {
    LocalDateTime submitted = row.getObject("submitted_at", LocalDateTime.class);
    String sending = row.getString("sending");
    return new ProductLink(
        row.getString("account"),
        row.getString("out_product_id"),
        row.getString("product_id"),
        row.getInt("edit_status"),
        row.getInt("sale_status"),
        row.getBoolean("deleted"),
        row.getString("sent"),
        row.getString("rejected"),
        row.getString("path"),
        json.readValue(row.getString("figures"), FIGURES),
        Set.of(json.readValue(row.getString("online_skus"), String[].class)),
        row.getString("reason"),
        UtcTimes.instantOrNull(submitted),
        row.getString("submit_time"),
        sending == null ? null : json.readValue(sending, Sending.class),
        row.getLong("version"));
  }
}
