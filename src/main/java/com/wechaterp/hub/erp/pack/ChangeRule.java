package com.wechaterp.hub.erp.pack;

import com.wechaterp.hub.problem.Problem;
import java.sql.Types;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a port's changes are found, as told in {@code pack.yaml}.
 *
 * @param by time, id or snapshot
 * @param sql the statement that finds changes by time or id; empty for snapshots
 * @param file its file, for errors
 * @param unit of time: datetime, seconds or millis
 * @param format how a time is written as text; null for a column that is a time
 * @param overlap how late a transaction may commit, by time
 * @param idOverlap how many ids back a transaction may still commit, by id
 */
public record ChangeRule(
    By by,
    String sql,
    String file,
    String unit,
    @Nullable String format,
    Duration overlap,
    long idOverlap) {

  private static final Set<Integer> TIMES =
      Set.of(Types.TIMESTAMP, Types.DATE, Types.TIMESTAMP_WITH_TIMEZONE);
  private static final Set<Integer> NUMBERS =
      Set.of(
          Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.DECIMAL,
          Types.NUMERIC,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE);

  /**
   * Returns whether {@code changed_at} can have a type; texts can, whatever they say.
   *
   * @param type as {@link Types} has it
   */
  public boolean knows(int type) {
    boolean asTime = by == By.TIME && unit.equals("datetime");
    return asTime ? format != null || !NUMBERS.contains(type) : !TIMES.contains(type);
  }

  Wanted wanted() {
    return by == By.ID ? Wanted.WHOLE_NUMBER : Wanted.time(unit, format);
  }

  /** Returns that {@code changed_at} has a type that this rule cannot read. */
  public Problem refusal(PortType port, String type) {
    Wanted wanted = wanted();
    return Problem.of(
        "erp-changed-at-type",
        "port",
        port.name(),
        "file",
        file,
        "type",
        type,
        "wantedEn",
        wanted.en(),
        "wantedZh",
        wanted.zh());
  }

  /** The ways to find changes. */
  public enum By {
    TIME,
    ID,
    SNAPSHOT
  }
}
