package com.wechaterp.hub.work;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.store.UtcTimes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The flows that pause for an account because its far side is down or it is set up wrongly; seen by
 * all nodes.
 *
 * <p>The other accounts of the flow go on. When a pause is over one key goes ahead as a probe; the
 * others follow when it ends well.
 */
class FlowPauses {

  private static final Duration PROBE = Duration.ofSeconds(60);
  private static final Duration FRESH = Duration.ofMillis(250);
  private static final String WHERE = " WHERE flow = ? AND account = ?";

  private final JdbcClient jdbc;
  private final ParkedKeys parked;
  private final Clock clock;
  private final Map<Lane, Seen> seen = new ConcurrentHashMap<>();

  private record Lane(String flow, String account) {
    static Lane of(WorkKey key) {
      return new Lane(key.flow(), key.account());
    }
  }

  private record Seen(Instant at, int level, Instant until, @Nullable Instant probe) {}

  FlowPauses(JdbcClient jdbc, ParkedKeys parked, Clock clock) {
    this.jdbc = jdbc;
    this.parked = parked;
    this.clock = clock;
  }

  /**
   * Returns until when the keys of a flow rest for an account, empty if they need not.
   *
   * <p>The pause stays locked until the caller's transaction ends, so that whoever ends the pause
   * finds the keys marked in it.
   */
  Optional<Instant> rest(String flow, String account) {
    Lane lane = new Lane(flow, account);
    Instant now = now();
    if (fresh(lane, now).level == 0) {
      return Optional.empty();
    }
    Seen last = read(lane, now, " FOR UPDATE");
    Instant until = last.probe != null && last.probe.isAfter(last.until) ? last.probe : last.until;
    return last.level > 0 && now.isBefore(until) ? Optional.of(until) : Optional.empty();
  }

  private Seen fresh(Lane lane, Instant now) {
    Seen last = seen.get(lane);
    if (last == null || last.at.plus(FRESH).isBefore(now) || last.level > 0) {
      last = read(lane, now);
      seen.put(lane, last);
    }
    return last;
  }

  /** Returns when the key may be tried, empty if now. */
  Optional<Instant> waitUntil(WorkKey key) {
    Lane lane = Lane.of(key);
    Instant now = now();
    Seen last = fresh(lane, now);
    if (last.level == 0) {
      return Optional.empty();
    }
    if (now.isBefore(last.until)) {
      // It was marked during the pause, and others may have been with it.
      parked.park(lane.flow, lane.account, last.until);
      return Optional.of(last.until);
    }
    if (takeProbe(lane, last)) {
      return Optional.empty();
    }
    Instant probe = read(lane, now).probe;
    return Optional.of(probe == null ? now.plusSeconds(1) : probe);
  }

  /** The others are parked until the probe must have ended; they are released when it ends well. */
  private boolean takeProbe(Lane lane, Seen last) {
    Instant now = last.at;
    Instant end = now.plus(PROBE);
    boolean taken =
        jdbc.sql(
                    "UPDATE work_pause SET probe_until = ?"
                        + WHERE
                        + " AND (probe_until IS NULL OR probe_until <= ?)")
                .params(UtcTimes.utc(end), lane.flow, lane.account, UtcTimes.utc(now))
                .update()
            == 1;
    if (taken) {
      seen.put(lane, new Seen(now, last.level, last.until, end));
      parked.park(lane.flow, lane.account, end);
    }
    return taken;
  }

  private Seen read(Lane lane, Instant now) {
    return read(lane, now, "");
  }

  private Seen read(Lane lane, Instant now, String lock) {
    return jdbc.sql("SELECT pause_level, paused_until, probe_until FROM work_pause" + WHERE + lock)
        .params(lane.flow, lane.account)
        .query(
            (row, index) -> {
              Instant until = UtcTimes.instantOrNull(row.getObject(2, LocalDateTime.class));
              Instant probe = UtcTimes.instantOrNull(row.getObject(3, LocalDateTime.class));
              return new Seen(now, row.getInt(1), Objects.requireNonNull(until), probe);
            })
        .optional()
        .orElse(new Seen(now, 0, now, null));
  }

  /** Pauses the key's flow for its account, twice as long as the last time; returns until when. */
  Instant pause(WorkKey key, Ending.Paused pause) {
    Lane lane = Lane.of(key);
    Instant now = now();
    int level = read(lane, now).level;
    Duration wanted = pause.first().multipliedBy(1L << Math.min(level, 20));
    Instant until = now.plus(wanted.compareTo(pause.max()) > 0 ? pause.max() : wanted);
    if (raise(lane, now, until, pause.reason()) || level == 0 && begin(lane, until, pause)) {
      parked.park(lane.flow, lane.account, until);
    }
    seen.remove(lane);
    return read(lane, now).until;
  }

  /** Workers that fail together pause the flow once: only a failure after the pause raises it. */
  private boolean raise(Lane lane, Instant now, Instant until, Problem reason) {
    return jdbc.sql(
                "UPDATE work_pause SET pause_level = pause_level + 1, paused_until = ?,"
                    + " probe_until = NULL, reason = ?"
                    + WHERE
                    + " AND paused_until <= ?")
            .params(
                UtcTimes.utc(until),
                ProblemJson.write(reason),
                lane.flow,
                lane.account,
                UtcTimes.utc(now))
            .update()
        == 1;
  }

  private boolean begin(Lane lane, Instant until, Ending.Paused pause) {
    try {
      return jdbc.sql(
                  "INSERT INTO work_pause (flow, account, pause_level, paused_until, reason)"
                      + " VALUES (?, ?, 1, ?, ?)")
              .params(
                  lane.flow, lane.account, UtcTimes.utc(until), ProblemJson.write(pause.reason()))
              .update()
          == 1;
    } catch (DuplicateKeyException e) {
      // Another worker was faster.
      return false;
    }
  }

  /** Ends a pause, because a key ended well or for a reason of its own. */
  void works(WorkKey key) {
    Lane lane = Lane.of(key);
    Seen last = seen.get(lane);
    if (last != null && last.level > 0) {
      jdbc.sql("DELETE FROM work_pause" + WHERE).params(lane.flow, lane.account).update();
      seen.remove(lane);
      parked.release(lane.flow, lane.account, last.until, now());
      if (last.probe != null) {
        parked.release(lane.flow, lane.account, last.probe, now());
      }
    }
  }

  /** Parked keys are found again by the very time they were given, so it must fit any database. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
