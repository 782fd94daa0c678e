package com.wechaterp.hub.work;

import com.wechaterp.hub.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The flows that pause because their far side is down, and the counts of what is done; seen by all
 * nodes.
 *
 * <p>When a pause is over one key goes ahead as a probe; the others follow when it ends well.
 */
class FlowPauses implements WorkFlows {

  private static final Duration PROBE = Duration.ofSeconds(60);
  private static final Duration FRESH = Duration.ofMillis(250);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Map<String, LongAdder> done = new ConcurrentHashMap<>();
  private final Set<String> registered = ConcurrentHashMap.newKeySet();
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  private record Seen(Instant at, int level, Instant until) {}

  FlowPauses(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Makes the flow known, so that its counts show from the start. */
  void register(String flow) {
    jdbc.sql(
            "INSERT INTO work_flow (flow, done, pause_level) VALUES (?, 0, 0)"
                + " ON DUPLICATE KEY UPDATE done = done")
        .param(flow)
        .update();
  }

  @Override
  public boolean isWorkedOn(String flow) {
    return registered.contains(flow) || lookUp(flow);
  }

  private boolean lookUp(String flow) {
    boolean known =
        jdbc.sql("SELECT COUNT(*) FROM work_flow WHERE flow = ?")
                .param(flow)
                .query(Integer.class)
                .single()
            > 0;
    if (known) {
      registered.add(flow);
    }
    return known;
  }

  /** Returns when a key of the flow may be tried, empty if now. */
  Optional<Instant> waitUntil(String flow) {
    Instant now = clock.instant();
    Seen last = seen.get(flow);
    if (last == null || last.at.plus(FRESH).isBefore(now) || last.level > 0) {
      last = read(flow, now);
      seen.put(flow, last);
    }
    if (last.level == 0) {
      return Optional.empty();
    }
    if (now.isBefore(last.until)) {
      return Optional.of(last.until);
    }
    return takeProbe(flow, now) ? Optional.empty() : Optional.of(now.plusSeconds(1));
  }

  private Seen read(String flow, Instant now) {
    return jdbc.sql("SELECT pause_level, paused_until FROM work_flow WHERE flow = ?")
        .param(flow)
        .query(
            (row, index) -> {
              Instant until = WorkTimes.instant(row.getObject("paused_until", LocalDateTime.class));
              return new Seen(now, row.getInt("pause_level"), until == null ? now : until);
            })
        .optional()
        .orElse(new Seen(now, 0, now));
  }

  private boolean takeProbe(String flow, Instant now) {
    return jdbc.sql(
                "UPDATE work_flow SET probe_until = ? WHERE flow = ?"
                    + " AND (probe_until IS NULL OR probe_until <= ?)")
            .params(WorkTimes.utc(now.plus(PROBE)), flow, WorkTimes.utc(now))
            .update()
        == 1;
  }

  /** Pauses the flow, twice as long as the last time; returns until when. */
  Instant pause(String flow, Ending.Paused pause) {
    Instant now = clock.instant();
    int level = read(flow, now).level;
    long factor = 1L << Math.min(level, 20);
    Duration wanted = pause.first().multipliedBy(factor);
    Instant until = now.plus(wanted.compareTo(pause.max()) > 0 ? pause.max() : wanted);
    Problem reason = pause.reason();
    // Workers that fail together pause the flow once: only a failure after the pause raises it.
    jdbc.sql(
            "UPDATE work_flow SET pause_level = pause_level + 1, paused_until = ?,"
                + " probe_until = NULL, pause_reason = ?"
                + " WHERE flow = ? AND (paused_until IS NULL OR paused_until <= ?)")
        .params(WorkTimes.utc(until), ProblemJson.write(reason), flow, WorkTimes.utc(now))
        .update();
    seen.remove(flow);
    return read(flow, now).until;
  }

  /** Ends a pause, because a key ended well or for a reason of its own. */
  void works(String flow) {
    Seen last = seen.get(flow);
    if (last != null && last.level > 0) {
      jdbc.sql(
              "UPDATE work_flow SET pause_level = 0, paused_until = NULL, probe_until = NULL,"
                  + " pause_reason = NULL WHERE flow = ?")
          .param(flow)
          .update();
      seen.remove(flow);
    }
  }

  void countDone(String flow) {
    done.computeIfAbsent(flow, name -> new LongAdder()).increment();
  }

  /** Writes the counts down; a killed node loses at most the last second of them. */
  void writeCounts() {
    done.forEach(
        (flow, count) -> {
          long more = count.sumThenReset();
          if (more > 0) {
            jdbc.sql("UPDATE work_flow SET done = done + ? WHERE flow = ?")
                .params(more, flow)
                .update();
          }
        });
  }
}
