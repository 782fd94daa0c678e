package com.wechaterp.hub.erp.pack;

import java.time.Duration;

/**
 * How a port's changes are found, as told in {@code pack.yaml}.
 *
 * @param by time, id or snapshot
 * @param sql the statement that finds changes by time or id; empty for snapshots
 * @param file its file, for errors
 * @param unit of time: datetime, seconds or millis
 * @param overlap how late a transaction may commit, by time
 * @param idOverlap how many ids back a transaction may still commit, by id
 */
public record ChangeRule(
    By by, String sql, String file, String unit, Duration overlap, long idOverlap) {

  /** The ways to find changes. */
  public enum By {
    TIME,
    ID,
    SNAPSHOT
  }
}
