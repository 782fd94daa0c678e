package com.wechaterp.hub.work;

import com.wechaterp.hub.store.UtcTimes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

  /**
   * A key that met the outage itself comes after the others: it is not to be the probe each time.
   */
  static final Duration BEHIND = Duration.ofSeconds(1);

  /**
   * Stands for a far side that was heard too early for this flow. Its next pause is not ended by
   * others: where one thing alone is down while the rest answers, it would never rest.
   */
  private static final String HEARD = "*";

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
    if (raise(lane, now, until, pause) || level == 0 && begin(lane, until, pause)) {
      parked.park(lane.flow, lane.account, until);
    }
    seen.remove(lane);
    return read(lane, now).until;
  }

  /** Workers that fail together pause the flow once: only a failure after the pause raises it. */
  private boolean raise(Lane lane, Instant now, Instant until, Ending.Paused pause) {
    return jdbc.sql(
                "UPDATE work_pause SET pause_level = pause_level + 1, paused_until = ?,"
                    + " probe_until = NULL, reason = ?,"
                    + " far_side = CASE WHEN far_side = '"
                    + HEARD
                    + "' THEN '' ELSE ? END"
                    + WHERE
                    + " AND paused_until <= ?")
            .params(
                UtcTimes.utc(until),
                ProblemJson.write(pause.reason()),
                pause.farSide(),
                lane.flow,
                lane.account,
                UtcTimes.utc(now))
            .update()
        == 1;
  }

  private boolean begin(Lane lane, Instant until, Ending.Paused pause) {
    try {
      return jdbc.sql(
                  "INSERT INTO work_pause"
                      + " (flow, account, pause_level, paused_until, reason, far_side)"
                      + " VALUES (?, ?, 1, ?, ?, ?)")
              .params(
                  lane.flow,
                  lane.account,
                  UtcTimes.utc(until),
                  ProblemJson.write(pause.reason()),
                  pause.farSide())
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

  /**
   * Ends the pauses that wait for a far side which was heard: a key of each goes ahead at once.
   *
   * @param account the account it answered, or empty for all
   * @return the flows that go ahead
   */
  Set<String> heard(String farSide, String account) {
    Instant now = now();
    Set<String> woken = new HashSet<>();
    for (Pause pause : waitingFor(farSide, account, now)) {
      boolean ended =
          jdbc.sql(
                      "UPDATE work_pause SET paused_until = ?, probe_until = NULL, far_side = '"
                          + HEARD
                          + "'"
                          + WHERE
                          + " AND paused_until = ?")
                  .params(
                      UtcTimes.utc(now),
                      pause.lane.flow,
                      pause.lane.account,
                      UtcTimes.utc(pause.until))
                  .update()
              == 1;
      if (ended) {
        seen.remove(pause.lane);
        parked.release(pause.lane.flow, pause.lane.account, pause.until, now);
        parked.release(pause.lane.flow, pause.lane.account, pause.until.plus(BEHIND), now);
        woken.add(pause.lane.flow);
      }
    }
    return woken;
  }

  private record Pause(Lane lane, Instant until) {}

  private List<Pause> waitingFor(String farSide, String account, Instant now) {
    return jdbc.sql(
            "SELECT flow, account, paused_until FROM work_pause"
                + " WHERE far_side = ? AND (? = '' OR account = ?) AND paused_until > ?")
        .params(farSide, account, account, UtcTimes.utc(now))
        .query(
            (row, index) ->
                new Pause(
                    new Lane(row.getString(1), row.getString(2)),
                    UtcTimes.instant(row.getObject(3, LocalDateTime.class))))
        .list();
  }

  /** Parked keys are found again by the very time they were given, so it must fit any database. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
