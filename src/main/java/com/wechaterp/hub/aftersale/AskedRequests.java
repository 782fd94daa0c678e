package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.store.UtcTimes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the merchant's own pages asked for, in the hub's database. */
class AskedRequests {

  private static final TypeReference<LinkedHashMap<String, Object>> DOCUMENT =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  AskedRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns what was asked about an after-sale; null if nothing. */
  @Nullable Map<String, Object> of(String account, String outAftersaleId) {
    return read(account, outAftersaleId, "");
  }

  /** Adds to what was asked; joins the caller's transaction. */
  void add(String account, String outAftersaleId, Map<String, ?> more) {
    if (insert(account, outAftersaleId, more)) {
      return;
    }
    Map<String, Object> document = new LinkedHashMap<>();
    Map<String, Object> before = read(account, outAftersaleId, " FOR UPDATE");
    if (before != null) {
      document.putAll(before);
    }
    document.putAll(more);
    jdbc.sql(
            "UPDATE after_sale_request SET document = ?"
                + " WHERE account = ? AND out_aftersale_id = ?")
        .params(json.writeValueAsString(document), account, outAftersaleId)
        .update();
  }

  private boolean insert(String account, String outAftersaleId, Map<String, ?> document) {
    try {
      jdbc.sql(
              """
              INSERT INTO after_sale_request (account, out_aftersale_id, document, asked_at)
              VALUES (?, ?, ?, ?)""")
          .params(
              account,
              outAftersaleId,
              json.writeValueAsString(document),
              UtcTimes.utc(Instant.now()))
          .update();
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  private @Nullable Map<String, Object> read(String account, String outAftersaleId, String lock) {
    return jdbc.sql(
            "SELECT document FROM after_sale_request WHERE account = ? AND out_aftersale_id = ?"
                + lock)
        .params(account, outAftersaleId)
        .query(String.class)
        .optional()
        .map(text -> (Map<String, Object>) json.readValue(text, DOCUMENT))
        .orElse(null);
  }
}
