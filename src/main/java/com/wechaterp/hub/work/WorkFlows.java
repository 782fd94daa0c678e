package com.wechaterp.hub.work;

/** The flows that routes work on. */
public interface WorkFlows {

  /** Returns whether a route works on the flow, or did since the hub's database exists. */
  boolean isWorkedOn(String flow);
}
