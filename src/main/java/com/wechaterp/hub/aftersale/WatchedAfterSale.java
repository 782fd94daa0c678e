package com.wechaterp.hub.aftersale;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An after-sale as WeChat has it, and until when somebody must act.
 *
 * @param account the WeChat account
 * @param known what WeChat has
 * @param since since when it is in its state
 * @param deadline until when somebody must act; null if no limit is known
 * @param change what is new since it was looked at before
 */
record WatchedAfterSale(
    String account, AfterSale known, Instant since, @Nullable Instant deadline, Change change) {

  /** What is new since it was looked at before. */
  enum Change {
    FIRST_SEEN,
    OTHER_STATE,
    NONE
  }
}
