package com.wechaterp.hub.work;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The flows this node works on, so that a mark can wake them without waiting for the next poll. */
class WorkRunners implements RunningFlows {

  private final WorkBrake brake = new WorkBrake();
  private final Map<String, Runnable> wakers = new ConcurrentHashMap<>();

  WorkBrake brake() {
    return brake;
  }

  void add(String flow, Runnable waker) {
    wakers.put(flow, waker);
  }

  void remove(String flow) {
    wakers.remove(flow);
  }

  @Override
  public Set<String> names() {
    return Set.copyOf(wakers.keySet());
  }

  void wake(String flow) {
    Runnable waker = wakers.get(flow);
    if (waker != null) {
      waker.run();
    }
  }
}
