package com.wechaterp.hub.store;

import java.nio.channels.OverlappingFileLockException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells from a failure what has become of the hub's database. */
public final class StoreFailures {

  /** What H2 answers once its store is closed, and what it says of the failure that closed it. */
  private static final Set<Integer> CLOSED =
      Set.of(
          ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2);

  /** What Linux, Windows and a limit of a user's space say; on Windows in its own language. */
  private static final Set<String> FULL =
      Set.of("no space left", "not enough space", "quota exceeded", "磁盘空间不足");

  private StoreFailures() {}

  /** Returns whether a failure says that H2's store is closed or is just being closed by it. */
  static boolean isClosed(Throwable failure) {
    return causes(failure)
        .anyMatch(
            cause ->
                cause instanceof DatabaseAwayException
                    || cause instanceof MVStoreException
                    || cause instanceof SQLException sql
                        && sql.getClass().getName().startsWith("org.h2.")
                        && CLOSED.contains(sql.getErrorCode()));
  }

  /** Returns whether a failure comes from a database at all. */
  public static boolean isDatabase(Throwable failure) {
    return causes(failure)
        .anyMatch(
            cause ->
                cause instanceof SQLException
                    || cause instanceof DataAccessException
                    || cause instanceof TransactionException
                    || cause instanceof MVStoreException);
  }

  /** Returns whether a failure says that there is no room on the disk. */
  public static boolean isFull(Throwable failure) {
    return causes(failure)
        .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
        .anyMatch(message -> FULL.stream().anyMatch(message::contains));
  }

  /** Returns whether a file cannot be opened because this process itself still has it locked. */
  static boolean isOwnLock(Throwable failure) {
    return root(failure) instanceof OverlappingFileLockException;
  }

  /** Returns what a failure began with. */
  static Throwable root(Throwable failure) {
    return causes(failure).reduce((outer, inner) -> inner).orElse(failure);
  }

  static Stream<Throwable> causes(Throwable failure) {
    // A cause may be its own cause's cause.
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20);
  }
}
