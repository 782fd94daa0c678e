package com.wechaterp.hub.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the hub waits for its own database, {@code hub.database.*}. All but the last are for
 * MySQL and MariaDB; H2 has no network between.
 *
 * @param connectTimeout how long to wait for a connection; default 5 s
 * @param lockWait how long one statement waits for a row another transaction holds, in whole
 *     seconds; default 5 s
 * @param statementLimit how long one statement may run; default 30 s
 * @param transactionLimit how long a whole transaction may last; default 60 s
 * @param idleLimit after how long without a statement the server gives up a transaction and its
 *     locks, as its node is dead or cut off; default 15 s. MariaDB only: MySQL has no such limit
 *     and closes the connection after a minute
 * @param closedLimit how long an H2 file may stay closed, unless the disk is full, before the hub
 *     ends itself; default 2 min
 */
@ConfigurationProperties("hub.database")
record DatabaseProperties(
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("5s") Duration lockWait,
    @DefaultValue("30s") Duration statementLimit,
    @DefaultValue("60s") Duration transactionLimit,
    @DefaultValue("15s") Duration idleLimit,
    @DefaultValue("2m") Duration closedLimit) {

  /** A server that ends a statement in time says why; only a silent one is given up here. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  DatabaseProperties {
    requireSecond("connect-timeout", connectTimeout);
    requireSecond("lock-wait", lockWait);
    requireSecond("statement-limit", statementLimit);
    requireSecond("transaction-limit", transactionLimit);
    requireSecond("idle-limit", idleLimit);
    requireSecond("closed-limit", closedLimit);
    if (lockWait.compareTo(statementLimit) > 0) {
      throw new IllegalArgumentException(
          "hub.database.lock-wait must not be longer than hub.database.statement-limit: a statement"
              + " that waits for a row is running");
    }
  }

  private static void requireSecond(String name, Duration value) {
    if (value.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(
          "hub.database." + name + " must be at least 1s, not " + value);
    }
  }

  /** Returns how long to wait for anything to come from the server. */
  Duration answerTimeout() {
    return statementLimit.plus(GRACE);
  }
}
