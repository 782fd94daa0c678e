package com.wechaterp.hub.quota;

import com.wechaterp.hub.store.UtcTimes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts the uses in the hub's database, so that all nodes share one allowance. */
final class JdbcQuotas implements Quotas {

  private static final Logger LOG = LoggerFactory.getLogger(JdbcQuotas.class);
  private static final int LIMIT_OF_THE_DAY = 45009;

  private final JdbcClient jdbc;
  private final TransactionTemplate own;
  private final QuotaSettings settings;
  private final Clock clock;

  JdbcQuotas(JdbcClient jdbc, TransactionTemplate own, QuotaSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.own = own;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Optional<Instant> take(String account, String quota) {
    Instant now = clock.instant();
    open(account, quota, now);
    Optional<Instant> wait = own.execute(status -> takeBoth(account, quota, now));
    return wait == null ? Optional.empty() : wait;
  }

  private Optional<Instant> takeBoth(String account, String quota, Instant now) {
    for (Span span : Span.values()) {
      if (used(account, quota, span, now) >= limit(span)) {
        return Optional.of(eta(account, quota, 1));
      }
    }
    for (Span span : Span.values()) {
      change(account, quota, span, "used + 1");
    }
    return Optional.empty();
  }

  @Override
  public void giveBack(String account, String quota, Instant taken) {
    Instant now = clock.instant();
    own.executeWithoutResult(
        status -> {
          for (Span span : Span.values()) {
            if (!taken.isBefore(span.start(now)) && used(account, quota, span, now) > 0) {
              change(account, quota, span, "used - 1");
            }
          }
        });
  }

  @Override
  public void refused(String account, String quota, int errcode) {
    Instant now = clock.instant();
    open(account, quota, now);
    Span closed = errcode == LIMIT_OF_THE_DAY ? Span.DAY : Span.HOUR;
    int all = limit(closed);
    own.executeWithoutResult(
        status -> {
          used(account, quota, closed, now);
          change(account, quota, closed, String.valueOf(all));
        });
  }

  @Override
  public Instant eta(String account, String quota, int n) {
    Instant now = clock.instant();
    long dayLeft = Math.max(0, limit(Span.DAY) - count(account, quota, Span.DAY, now));
    if (n > dayLeft) {
      long more = n - dayLeft - 1;
      int day = Math.max(1, limit(Span.DAY));
      Instant start = Span.DAY.start(now, 1 + more / day);
      return Span.HOUR.start(start, more % day / Math.max(1, limit(Span.HOUR)));
    }
    long hourLeft = Math.max(0, limit(Span.HOUR) - count(account, quota, Span.HOUR, now));
    if (n <= hourLeft) {
      return now;
    }
    return Span.HOUR.start(now, 1 + (n - hourLeft - 1) / Math.max(1, limit(Span.HOUR)));
  }

  @Override
  public List<QuotaState> states() {
    Instant now = clock.instant();
    List<QuotaState> states = new ArrayList<>();
    for (String account :
        jdbc.sql("SELECT DISTINCT account FROM quota_window ORDER BY account")
            .query(String.class)
            .list()) {
      for (Span span : Span.values()) {
        states.add(
            new QuotaState(
                account,
                SPU_AUDIT,
                span.key(),
                count(account, SPU_AUDIT, span, now),
                limit(span),
                span.start(now, 1)));
      }
    }
    return states;
  }

  private int limit(Span span) {
    return span == Span.HOUR ? settings.spuAudit().hour() : settings.spuAudit().day();
  }

  /** The hour's row is always locked first, so that two takers cannot lock each other out. */
  private int used(String account, String quota, Span span, Instant now) {
    LocalDateTime start = UtcTimes.utc(span.start(now));
    jdbc.sql(
            """
            UPDATE quota_window SET used = CASE WHEN begins_at < ? THEN 0 ELSE used END,
              begins_at = CASE WHEN begins_at < ? THEN ? ELSE begins_at END
            WHERE account = ? AND quota = ? AND span = ?""")
        .params(start, start, start, account, quota, span.key())
        .update();
    return count(account, quota, span, now);
  }

  private int count(String account, String quota, Span span, Instant now) {
    return jdbc.sql(
            """
            SELECT used FROM quota_window
            WHERE account = ? AND quota = ? AND span = ? AND begins_at >= ?""")
        .params(account, quota, span.key(), UtcTimes.utc(span.start(now)))
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  private void change(String account, String quota, Span span, String expression) {
    jdbc.sql(
            "UPDATE quota_window SET used = "
                + expression
                + " WHERE account = ? AND quota = ? AND span = ?")
        .params(account, quota, span.key())
        .update();
  }

  private void open(String account, String quota, Instant now) {
    for (Span span : Span.values()) {
      if (!opened(account, quota, span)) {
        openOne(account, quota, span, now);
      }
    }
  }

  private boolean opened(String account, String quota, Span span) {
    return jdbc.sql("SELECT 1 FROM quota_window WHERE account = ? AND quota = ? AND span = ?")
        .params(account, quota, span.key())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** A transaction of its own, because one that met a duplicate key must not go on. */
  private void openOne(String account, String quota, Span span, Instant now) {
    try {
      own.executeWithoutResult(
          status ->
              jdbc.sql(
                      """
                      INSERT INTO quota_window (account, quota, span, begins_at, used)
                      VALUES (?, ?, ?, ?, 0)""")
                  .params(account, quota, span.key(), UtcTimes.utc(span.start(now)))
                  .update());
    } catch (DuplicateKeyException e) {
      LOG.debug("Another worker opened the allowance {} of {} first.", quota, account);
    }
  }
}
