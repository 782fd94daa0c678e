package com.wechaterp.hub.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/**
 * The time by the hub's own database, so that all nodes which share it agree on what is due and who
 * still lives, however wrong the clock of one is. H2 runs on this machine and has no other time.
 */
public final class DatabaseClock extends Clock {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);

  /** What two clocks that are kept right may differ; below it nothing is corrected. */
  private static final Duration NOISE = Duration.ofSeconds(1);

  private final JdbcTemplate jdbc;
  private final Clock own;
  private final boolean here;
  private volatile Duration behind = Duration.ZERO;

  /**
   * Creates the clock and asks the database once.
   *
   * @param own what this node takes for the time
   */
  public DatabaseClock(DataSource dataSource, Clock own) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.own = own;
    this.here = Databases.isH2(dataSource);
    compare();
  }

  /** Asks the database what time it is; while it is away the last answer holds. */
  @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
  void compare() {
    if (here) {
      return;
    }
    try {
      Instant asked = own.instant();
      LocalDateTime theirs = jdbc.queryForObject("SELECT UTC_TIMESTAMP(6)", LocalDateTime.class);
      Duration took = Duration.between(asked, own.instant());
      if (theirs != null && took.compareTo(NOISE) < 0) {
        follow(Duration.between(asked.plus(took.dividedBy(2)), UtcTimes.instant(theirs)));
      }
    } catch (DataAccessException | TransactionException e) {
      LOG.debug("The hub's database did not say what time it is", e);
    }
  }

  private void follow(Duration now) {
    if (now.minus(behind).abs().compareTo(NOISE) < 0) {
      return;
    }
    behind = now.abs().compareTo(NOISE) < 0 ? Duration.ZERO : now;
    LOG.warn(
        "This server's clock is {} s off that of the hub's database, by which the work list goes",
        behind.toMillis() / 1000.0);
  }

  @Override
  public Instant instant() {
    return own.instant().plus(behind);
  }

  @Override
  public ZoneId getZone() {
    return own.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(own.withZone(zone), behind);
  }
}
