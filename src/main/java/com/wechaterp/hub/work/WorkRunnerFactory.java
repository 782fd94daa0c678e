package com.wechaterp.hub.work;

import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;

/** Makes the runner of a flow. */
class WorkRunnerFactory {

  private final DataSource dataSource;
  private final WorkProperties properties;
  private final FlowPauses pauses;
  private final FlowCounts counts;
  private final WorkEnd end;
  private final WorkRunners runners;
  private final Clock clock;
  private final boolean dryRun;

  WorkRunnerFactory(
      DataSource dataSource,
      WorkProperties properties,
      FlowPauses pauses,
      FlowCounts counts,
      WorkEnd end,
      WorkRunners runners,
      Clock clock,
      boolean dryRun) {
    this.dataSource = dataSource;
    this.properties = properties;
    this.pauses = pauses;
    this.counts = counts;
    this.end = end;
    this.runners = runners;
    this.clock = clock;
    this.dryRun = dryRun;
  }

  /**
   * Returns the runner of the flow, empty in a dry run: then keys are kept, but none is worked on.
   */
  Optional<WorkRunner> runner(String flow, int workers, WorkRunner.Worker worker) {
    counts.register(flow);
    if (dryRun) {
      return Optional.empty();
    }
    WorkRunner runner =
        new WorkRunner(flow, workers, dataSource, properties, pauses, end, clock, braked(worker));
    runners.add(flow, runner);
    return Optional.of(runner);
  }

  private WorkRunner.Worker braked(WorkRunner.Worker worker) {
    return (key, attempts, priority) -> {
      runners.brake().standBack();
      return worker.work(key, attempts, priority);
    };
  }

  void forget(String flow) {
    runners.remove(flow);
  }
}
