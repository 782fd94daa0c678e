package com.wechaterp.hub.work;

import javax.sql.DataSource;

/** Makes the runner of a flow. */
class WorkRunnerFactory {

  private final DataSource dataSource;
  private final WorkProperties properties;
  private final FlowPauses pauses;
  private final FlowCounts counts;
  private final WorkEnd end;
  private final WorkRunners runners;

  WorkRunnerFactory(
      DataSource dataSource,
      WorkProperties properties,
      FlowPauses pauses,
      FlowCounts counts,
      WorkEnd end,
      WorkRunners runners) {
    this.dataSource = dataSource;
    this.properties = properties;
    this.pauses = pauses;
    this.counts = counts;
    this.end = end;
    this.runners = runners;
  }

  WorkRunner runner(String flow, int workers, WorkRunner.Worker worker) {
    counts.register(flow);
    WorkRunner runner =
        new WorkRunner(flow, workers, dataSource, properties, pauses, end, braked(worker));
    runners.add(flow, runner::wake);
    return runner;
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
