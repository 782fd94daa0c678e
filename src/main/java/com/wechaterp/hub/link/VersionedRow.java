package com.wechaterp.hub.link;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes rows that carry a version, so that nobody overwrites what another has changed. */
final class VersionedRow {

  private VersionedRow() {}

  /**
   * Inserts a row of the first version, or updates one of the version that was read.
   *
   * @param what what the row is, for the error
   * @throws OptimisticLockingFailureException if somebody else stored or changed it
   */
  static void write(JdbcClient jdbc, String sql, List<@Nullable Object> columns, String what) {
    int written;
    try {
      written = jdbc.sql(sql).params(columns).update();
    } catch (DuplicateKeyException e) {
      throw new OptimisticLockingFailureException(what + " was stored by somebody else", e);
    }
    if (written != 1) {
      throw new OptimisticLockingFailureException(what + " was changed by somebody else");
    }
  }
}
