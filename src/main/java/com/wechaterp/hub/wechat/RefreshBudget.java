package com.wechaterp.hub.wechat;

import com.wechaterp.hub.store.UtcTimes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The forced refreshes WeChat allows each account: 20 a day, 30 seconds apart
 * (getStableAccessToken).
 *
 * <p>Kept in the hub's database, so that a restart does not begin a new day.
 */
class RefreshBudget {

  private static final int A_DAY = 20;
  private static final Duration APART = Duration.ofSeconds(30);
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final JdbcClient jdbc;
  private final TransactionTemplate apart;
  private final Clock clock;

  RefreshBudget(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    // A refresh that was made stays spent even if the work that needed it is rolled back, and two
    // statements in one transaction would make nodes that ask at once lock each other out.
    this.apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    this.clock = clock;
  }

  /** Takes one forced refresh; returns whether it may be made. */
  boolean take(String account) {
    return Boolean.TRUE.equals(apart.execute(status -> taken(account)));
  }

  private boolean taken(String account) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), CHINA);
    LocalDateTime now = UtcTimes.utc(clock.instant());
    jdbc.sql(
            "INSERT IGNORE INTO token_refresh (account, refresh_day, used, last_at)"
                + " VALUES (?, ?, 0, ?)")
        .params(account, today, now.minusDays(1))
        .update();
    return jdbc.sql(
                "UPDATE token_refresh SET"
                    + " used = CASE WHEN refresh_day = ? THEN used + 1 ELSE 1 END,"
                    + " refresh_day = ?, last_at = ?"
                    + " WHERE account = ? AND last_at <= ? AND (refresh_day <> ? OR used < ?)")
            .params(today, today, now, account, now.minus(APART), today, A_DAY)
            .update()
        == 1;
  }
}
