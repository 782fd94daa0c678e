package com.wechaterp.hub.work;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The flows this node works on, so that a mark can wake them without waiting for the next poll. */
class WorkRunners implements RunningFlows {

  private final WorkBrake brake = new WorkBrake();
  private final Map<String, WorkRunner> runners = new ConcurrentHashMap<>();

  WorkBrake brake() {
    return brake;
  }

  void add(String flow, WorkRunner runner) {
    runners.put(flow, runner);
  }

  void remove(String flow) {
    runners.remove(flow);
  }

  @Override
  public Set<String> names() {
    return Set.copyOf(runners.keySet());
  }

  @Override
  public List<FlowPulse> pulses() {
    return runners.values().stream().map(WorkRunner::pulse).toList();
  }

  void wake(String flow) {
    WorkRunner runner = runners.get(flow);
    if (runner != null) {
      runner.wake();
    }
  }
}
