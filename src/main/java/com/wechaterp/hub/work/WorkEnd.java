package com.wechaterp.hub.work;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.store.UtcTimes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down how the work on a key ended: its row and db-scheduler's in one transaction, so that
 * no mark is lost in between.
 */
class WorkEnd {

  private static final double JITTER = 0.2;
  private static final String WHERE = " WHERE flow = ? AND account = ? AND work_key = ?";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final FlowPauses pauses;
  private final FlowCounts counts;
  private final TriedKeys tried;
  private final Clock clock;

  WorkEnd(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      FlowPauses pauses,
      FlowCounts counts,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.pauses = pauses;
    this.counts = counts;
    this.tried = new TriedKeys(jdbc);
    this.clock = clock;
  }

  void write(
      WorkKey key,
      long generation,
      int attempts,
      Ending ending,
      ExecutionComplete complete,
      ExecutionOperations<Void> operations) {
    Instant pausedUntil =
        ending instanceof Ending.Paused pause ? pauses.pause(key, pause) : Instant.MIN;
    Optional<Found> found =
        transaction.execute(
            status -> {
              Found row = lock(key);
              Instant next = next(key, generation, attempts, ending, row, pausedUntil);
              if (next == null) {
                operations.stop();
              } else {
                operations.reschedule(complete, next);
              }
              return Optional.ofNullable(row);
            });
    if (!(ending instanceof Ending.Paused)) {
      pauses.works(key);
    }
    if (ending instanceof Ending.Done) {
      counts.countDone(key.flow());
      if (attempts > 0 && found != null) {
        found.map(Found::reason).ifPresent(why -> tried.wake(key, why, clock.instant()));
      }
    }
  }

  /** Ends a run that found no row of the key, unless the key has been marked since. */
  void writeNothing(WorkKey key, ExecutionComplete complete, ExecutionOperations<Void> operations) {
    transaction.executeWithoutResult(
        status -> {
          if (lock(key) == null) {
            operations.stop();
          } else {
            operations.reschedule(complete, clock.instant());
          }
        });
  }

  /**
   * The key's row, locked.
   *
   * @param reason why the last try failed, null if there was none
   */
  private record Found(long generation, @Nullable Problem reason) {}

  private @Nullable Found lock(WorkKey key) {
    return jdbc.sql("SELECT generation, reason FROM work" + WHERE + " FOR UPDATE")
        .params(key.flow(), key.account(), key.key())
        .query((row, index) -> new Found(row.getLong(1), ProblemJson.read(row.getString(2))))
        .optional()
        .orElse(null);
  }

  /** Writes the key's row and returns when it runs again, null if not by itself. */
  private @Nullable Instant next(
      WorkKey key,
      long generation,
      int attempts,
      Ending ending,
      @Nullable Found found,
      Instant pausedUntil) {
    if (found == null) {
      return null;
    }
    if (ending instanceof Ending.Paused pause) {
      Instant again = pausedUntil.plus(FlowPauses.BEHIND);
      waiting(key, attempts, pause.reason(), again);
      return again;
    }
    if (found.generation != generation) {
      // Marked while it was worked on: whatever the ending, the newest state wins.
      return clock.instant();
    }
    if (ending instanceof Ending.Retry retry && attempts + 1 < retry.attempts()) {
      Instant again = clock.instant().plus(pause(retry, attempts));
      waiting(key, attempts + 1, retry.reason(), again);
      return again;
    }
    if (ending instanceof Ending.Retry retry) {
      waits(key, "dead", Hold.of(retry.reason(), Release.PERSON), null);
      return null;
    }
    if (ending instanceof Ending.Dead dead) {
      waits(key, "dead", Hold.of(dead.reason(), Release.PERSON), dead.payload());
      return null;
    }
    if (ending instanceof Ending.Held held) {
      waits(key, "held", held.hold(), null);
      return held.hold().until();
    }
    jdbc.sql("DELETE FROM work" + WHERE).params(key.flow(), key.account(), key.key()).update();
    return null;
  }

  private static Duration pause(Ending.Retry retry, int attempts) {
    double millis = retry.first().toMillis() * Math.pow(retry.factor(), attempts);
    double capped = Math.min(millis, retry.max().toMillis());
    double jitter = 1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
    return Duration.ofMillis((long) (capped * jitter));
  }

  private void waiting(WorkKey key, int attempts, Problem reason, Instant until) {
    jdbc.sql(
            "UPDATE work SET state = 'waiting', release_by = NULL, attempts = ?, reason = ?,"
                + " until_at = ?"
                + WHERE)
        .params(
            attempts,
            ProblemJson.write(reason),
            UtcTimes.utc(until),
            key.flow(),
            key.account(),
            key.key())
        .update();
  }

  private void waits(WorkKey key, String state, Hold hold, @Nullable String payload) {
    Instant until = hold.until();
    jdbc.sql(
            "UPDATE work SET state = ?, reason = ?, release_by = ?, until_at = ?, payload = ?,"
                + " priority = ?, since = ?"
                + WHERE)
        .params(
            Arrays.asList(
                state,
                ProblemJson.write(hold.reason()),
                hold.release().name(),
                until == null ? null : UtcTimes.utc(until),
                payload,
                hold.priority(),
                UtcTimes.utc(clock.instant()),
                key.flow(),
                key.account(),
                key.key()))
        .update();
  }
}
