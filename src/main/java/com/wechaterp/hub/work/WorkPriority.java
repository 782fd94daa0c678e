package com.wechaterp.hub.work;

/** The priorities the hub itself gives, from 0 (last) to 100 (first). */
public final class WorkPriority {

  /** A person or a buyer is waiting. */
  public static final int URGENT = 100;

  /** WeChat announced a change. */
  public static final int EVENT = 90;

  /** A product that is new on sale. */
  public static final int NEW_ON_SALE = 70;

  /** Everything else. */
  public static final int NORMAL = 50;

  /** Clean-up that nobody waits for. */
  public static final int LOW = 10;

  private WorkPriority() {}
}
