package com.wechaterp.hub.work;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Notes since when each worker of a flow has its key, and when due keys were looked for. */
final class Pulse extends AbstractSchedulerListener {

  private final String flow;
  private final int workers;
  private final Clock clock;
  private final Map<Thread, Instant> busy = new ConcurrentHashMap<>();
  private volatile Instant looked;

  Pulse(String flow, int workers, Clock clock) {
    this.flow = flow;
    this.workers = workers;
    this.clock = clock;
    this.looked = clock.instant();
  }

  void begins() {
    busy.put(Thread.currentThread(), clock.instant());
  }

  void ends() {
    busy.remove(Thread.currentThread());
  }

  FlowPulse now() {
    return new FlowPulse(flow, workers, List.copyOf(busy.values()), looked);
  }

  @Override
  public void onSchedulerEvent(SchedulerEventType type) {
    if (type == SchedulerEventType.RAN_EXECUTE_DUE) {
      looked = clock.instant();
    }
  }
}
