package com.wechaterp.hub.store;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** Failures whose only cause is that somebody else was at the same rows at the same time. */
public final class Contention {

  /**
   * Lock wait timeout, deadlock, row changed since it was read, and no wait allowed, of MySQL and
   * MariaDB (Server Error Message Reference); deadlock, lock timeout and concurrent update of H2
   * (ErrorCode).
   */
  private static final Set<Integer> CODES = Set.of(1205, 1213, 1020, 3572, 40001, 50200, 90131);

  private Contention() {}

  /** Returns whether a failure would pass if its work were done again. */
  public static boolean isCauseOf(RuntimeException failure) {
    for (Throwable each = failure; each != null; each = next(each)) {
      if (each instanceof ConcurrencyFailureException
          || each instanceof SQLException sql && CODES.contains(sql.getErrorCode())) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Throwable next(Throwable failure) {
    return failure.getCause() == failure ? null : failure.getCause();
  }
}
