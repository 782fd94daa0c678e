package com.wechaterp.hub.sharer;

import com.wechaterp.hub.inbox.EventPeople;
import com.wechaterp.hub.store.UtcTimes;
import com.wechaterp.hub.work.PersonKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which sharer a key of the flow {@code sharers} stands for; only the hub's database knows. */
class SharerKeys {

  private final JdbcClient jdbc;
  private final EventPeople events;

  SharerKeys(JdbcClient jdbc, EventPeople events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /** Returns the keys of sharers, kept so that they can be told again. */
  List<String> keep(String account, List<String> openids) {
    return openids.stream().distinct().map(openid -> keep(account, openid)).toList();
  }

  private String keep(String account, String openid) {
    String key = PersonKey.of(openid);
    jdbc.sql(
            "INSERT INTO sharer_key (account, person_key, openid, seen_at) VALUES (?, ?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE openid = VALUES(openid), seen_at = VALUES(seen_at)")
        .params(account, key, openid, UtcTimes.utc(today()))
        .update();
    return key;
  }

  /** A day is enough to know that a sharer is still one, and writes the row once a day. */
  private static Instant today() {
    return Instant.now().truncatedTo(ChronoUnit.DAYS);
  }

  /** Returns the sharer of a key; empty if nobody ever told. */
  Optional<String> openid(String account, String key) {
    if (!PersonKey.isOne(key)) {
      // Marked before keys were hashed.
      return Optional.of(key);
    }
    return jdbc.sql("SELECT openid FROM sharer_key WHERE account = ? AND person_key = ?")
        .params(account, key)
        .query(String.class)
        .optional()
        .or(() -> ofEvent(account, key));
  }

  /** Kept at once, since events are deleted in time. */
  private Optional<String> ofEvent(String account, String key) {
    Optional<String> openid = events.openid(account, "sharers", key);
    openid.ifPresent(each -> keep(account, each));
    return openid;
  }
}
