package com.wechaterp.hub.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Takes the due keys of one flow on this node and gives each to one worker.
 *
 * <p>Each flow has a scheduler of its own that knows only its task. db-scheduler deletes the rows
 * of tasks nobody knows after a while; here they are other flows' keys, so that is put off for
 * ever.
 */
class WorkRunner {

  private static final Duration NEVER = Duration.ofDays(36_500);
  private static final int NAME_LENGTH = 50;

  /** Works on one key and says how it ended. */
  interface Worker {
    Ending work(WorkKey key, int attempts, int priority);
  }

  private record Row(long generation, int attempts, int priority) {}

  private final String flow;
  private final JdbcClient jdbc;
  private final FlowPauses pauses;
  private final WorkEnd end;
  private final Worker worker;
  private final Pulse pulse;
  private final Scheduler scheduler;

  WorkRunner(
      String flow,
      int workers,
      DataSource dataSource,
      WorkProperties properties,
      FlowPauses pauses,
      WorkEnd end,
      Clock clock,
      Worker worker) {
    this.flow = flow;
    this.jdbc = JdbcClient.create(dataSource);
    this.pauses = pauses;
    this.end = end;
    this.worker = worker;
    this.pulse = new Pulse(flow, workers, Clock.systemUTC());
    String name = flow + "@" + UUID.randomUUID();
    WorkThreads threads = new WorkThreads(flow, workers, this::wake);
    this.scheduler =
        Scheduler.create(
                new TransactionAwareDataSourceProxy(dataSource),
                Tasks.custom(flow, Void.class).execute((instance, context) -> run(instance)))
            .addSchedulerListener(pulse)
            .schedulerName(
                new SchedulerName.Fixed(name.substring(0, Math.min(name.length(), NAME_LENGTH))))
            .clock(clock::instant)
            .threads(workers)
            .executorService(threads.workers())
            .dueExecutor(threads.polls())
            .housekeeperExecutor(threads.heartbeat())
            .pollingInterval(properties.poll())
            .heartbeatInterval(properties.heartbeat())
            .missedHeartbeatsLimit(properties.missedHeartbeats())
            // It waits twice as long as it is told.
            .shutdownMaxWait(properties.stopWait().dividedBy(2))
            .deleteUnresolvedAfter(NEVER)
            .enablePriority()
            .jdbcCustomization(new DueKeys(dataSource, flow))
            .failureLogging(LogLevel.WARN, true)
            .build();
  }

  void start() {
    scheduler.start();
  }

  void stop() {
    scheduler.stop();
  }

  void pause() {
    scheduler.pause();
  }

  void resume() {
    scheduler.resume();
  }

  FlowPulse pulse() {
    return pulse.now();
  }

  void wake() {
    scheduler.triggerCheckForDueExecutions();
  }

  private CompletionHandler<Void> run(TaskInstance<Void> instance) {
    pulse.begins();
    try {
      return work(instance);
    } finally {
      pulse.ends();
    }
  }

  private CompletionHandler<Void> work(TaskInstance<Void> instance) {
    int slash = instance.getId().indexOf('/');
    WorkKey key =
        new WorkKey(
            flow, instance.getId().substring(0, slash), instance.getId().substring(slash + 1));
    Row row = row(key);
    if (row == null) {
      return (complete, operations) -> end.writeNothing(key, complete, operations);
    }
    var wait = pauses.waitUntil(key);
    if (wait.isPresent()) {
      return (complete, operations) -> operations.reschedule(complete, wait.get());
    }
    Ending ending = worker.work(key, row.attempts, row.priority);
    return (complete, operations) ->
        end.write(key, row.generation, row.attempts, ending, complete, operations);
  }

  private @Nullable Row row(WorkKey key) {
    return jdbc.sql(
            "SELECT generation, attempts, priority FROM work"
                + " WHERE flow = ? AND account = ? AND work_key = ?")
        .params(key.flow(), key.account(), key.key())
        .query((row, index) -> new Row(row.getLong(1), row.getInt(2), row.getInt(3)))
        .optional()
        .orElse(null);
  }
}
