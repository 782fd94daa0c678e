package com.wechaterp.hub.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a flow that runs on this node is.
 *
 * @param workers how many keys it works on at the same time
 * @param busySince since when each worker that has a key has it
 * @param looked when it last looked for due keys
 */
public record FlowPulse(String flow, int workers, List<Instant> busySince, Instant looked) {

  public FlowPulse {
    busySince = List.copyOf(busySince);
  }

  /** Returns whether each worker has had its key for longer than the given time. */
  public boolean hangs(Instant now, Duration limit) {
    return busySince.stream().filter(since -> since.plus(limit).isBefore(now)).count() >= workers;
  }
}
