package com.wechaterp.hub.reconcile;

/** What to do about what differs. */
public enum Repair {
  /** Only tell. */
  REPORT,
  /** Put to work what the hub can settle, and nothing else. */
  QUEUE
}
