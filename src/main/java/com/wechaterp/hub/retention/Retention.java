package com.wechaterp.hub.retention;

import java.time.Instant;

/** The rows of one table that nobody needs once they are old. */
interface Retention {

  /** Returns the name of the table. */
  String table();

  /**
   * Deletes some old rows, few enough to lock nobody out.
   *
   * @return whether there may be more
   */
  boolean forgetSome(Instant now);
}
