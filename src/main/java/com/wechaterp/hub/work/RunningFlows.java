package com.wechaterp.hub.work;

import java.util.List;
import java.util.Set;

/** The flows that routes of this node work on now. */
public interface RunningFlows {

  /** Returns their names, in no order. */
  Set<String> names();

  /** Returns how each of them is, in no order. */
  List<FlowPulse> pulses();
}
