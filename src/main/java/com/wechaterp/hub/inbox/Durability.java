package com.wechaterp.hub.inbox;

import com.wechaterp.hub.store.Contention;
import com.wechaterp.hub.store.Databases;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What H2 and MySQL need so that a commit is on the disk, and soon. */
final class Durability {

  /** Whoever waits longer for a row's lock does without it. */
  private static final int LOCK_SECONDS = 2;

  /** What MariaDB says of a statement that ran longer than it may, where MySQL has a timeout. */
  private static final String MARIADB_INTERRUPTED = "70100";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final boolean h2;

  Durability(DataSource hub, PlatformTransactionManager transactions) {
    this.jdbc = new JdbcTemplate(hub);
    this.h2 = Databases.isH2(hub);
    this.transaction = new TransactionTemplate(transactions);
    if (!h2) {
      // MySQL waits for a lock up to 50 seconds; H2 gives up after two by itself.
      transaction.setTimeout(LOCK_SECONDS);
    }
  }

  /** Returns whether a transaction failed because it had to wait for a row too long. */
  static boolean isLocked(RuntimeException failure) {
    return Contention.isCauseOf(failure)
        || failure instanceof QueryTimeoutException
        || failure.getCause() instanceof SQLException cause
            && MARIADB_INTERRUPTED.equals(cause.getSQLState());
  }

  /** Runs a transaction and returns when it is on the disk. */
  <T> T durably(Supplier<T> work) {
    T result = transaction.execute(status -> work.get());
    if (h2) {
      // H2 hands a commit to the operating system, which a killed hub survives, but no power cut.
      jdbc.execute("CHECKPOINT SYNC");
    }
    return result;
  }
}
