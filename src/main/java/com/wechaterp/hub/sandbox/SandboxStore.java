package com.wechaterp.hub.sandbox;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sandbox's state: documents by account, kind and key, in memory and, if wanted, in a file.
 *
 * <p>Documents are changed under the account's lock and written through at each {@link #put}.
 */
class SandboxStore {

  private static final TypeReference<LinkedHashMap<String, Object>> DOCUMENT =
      new TypeReference<>() {};

  /**
   * Ids of WeChat are too large to be exact in a double (WeChat docs, conventions of the
   * interface), and so are these.
   */
  private static final long BEYOND_DOUBLES = 20_000_000_000_000_000L;

  private final Map<String, NavigableMap<String, Map<String, Object>>> documents =
      new ConcurrentHashMap<>();

  /** Starts where time stands, so that after a restart no id is given out again. */
  private final AtomicLong ids =
      new AtomicLong(BEYOND_DOUBLES + TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis()));

  private final JsonMapper json = JsonMapper.builder().build();
  private final @Nullable JdbcTemplate file;

  /**
   * Opens the store.
   *
   * @param url the JDBC URL of its file, or null to keep nothing
   */
  SandboxStore(@Nullable String url) {
    this.file = url == null ? null : open(url);
    if (file != null) {
      file.query(
          "SELECT account, kind, doc_key, doc FROM sandbox_document",
          row -> {
            kind(row.getString(1), row.getString(2))
                .put(row.getString(3), json.readValue(row.getString(4), DOCUMENT));
          });
    }
  }

  private static JdbcTemplate open(String url) {
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setURL(url);
    dataSource.setUser("sa");
    JdbcTemplate opened = new JdbcTemplate(dataSource);
    opened.execute(
        "CREATE TABLE IF NOT EXISTS sandbox_document (account VARCHAR(64), kind VARCHAR(32),"
            + " doc_key VARCHAR(200), doc CLOB, PRIMARY KEY (account, kind, doc_key))");
    return opened;
  }

  long nextId() {
    return ids.addAndGet(7);
  }

  private NavigableMap<String, Map<String, Object>> kind(String account, String kind) {
    return documents.computeIfAbsent(account + "/" + kind, name -> new ConcurrentSkipListMap<>());
  }

  @Nullable Map<String, Object> get(String account, String kind, String key) {
    return kind(account, kind).get(key);
  }

  Collection<Map<String, Object>> all(String account, String kind) {
    return List.copyOf(kind(account, kind).values());
  }

  /** Returns the documents whose key is not above the given one, lowest key first. */
  Map<String, Map<String, Object>> upTo(String account, String kind, String key) {
    return new LinkedHashMap<>(kind(account, kind).headMap(key, true));
  }

  void remove(String account, String kind, String key) {
    kind(account, kind).remove(key);
    if (file != null) {
      file.update(
          "DELETE FROM sandbox_document WHERE account = ? AND kind = ? AND doc_key = ?",
          account,
          kind,
          key);
    }
  }

  void put(String account, String kind, String key, Map<String, Object> document) {
    kind(account, kind).put(key, document);
    if (file != null) {
      file.update(
          "MERGE INTO sandbox_document KEY (account, kind, doc_key) VALUES (?, ?, ?, ?)",
          account,
          kind,
          key,
          json.writeValueAsString(document));
    }
  }

  void clear() {
    documents.clear();
    if (file != null) {
      file.update("DELETE FROM sandbox_document");
    }
  }
}
