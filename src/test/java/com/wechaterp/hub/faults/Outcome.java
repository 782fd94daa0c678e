package com.wechaterp.hub.faults;

import java.time.Duration;
import java.util.List;

/**
 * What one case did to one flow.
 *
 * @param items how many things passed through the flow
 * @param lost how many did not arrive, and the hub knows of none of them
 * @param doubled how many had an effect more than once
 * @param stuck how many did not arrive in time, or are held though nothing is wrong with them
 * @param convergence how long after the end of the fault the last one arrived
 * @param notes what people need to find the reason of what went wrong
 */
record Outcome(
    FaultCase fault,
    String flow,
    int items,
    int lost,
    int doubled,
    int stuck,
    Duration convergence,
    List<String> notes) {

  /** Returns what a hub is that does not work before anything went wrong. */
  static Outcome notReady(FaultCase fault, List<String> notes, Duration waited) {
    return new Outcome(fault, "none", notes.size(), 0, 0, notes.size(), waited, notes);
  }

  boolean isGood() {
    return lost + doubled + stuck == 0;
  }
}
