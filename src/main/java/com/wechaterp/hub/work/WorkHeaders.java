package com.wechaterp.hub.work;

/** The headers a message of {@code work:} carries. */
public final class WorkHeaders {

  /** The flow, a string. */
  public static final String FLOW = "WorkFlow";

  /** The WeChat account, a string. */
  public static final String ACCOUNT = "WorkAccount";

  /** The business id, a string. */
  public static final String KEY = "WorkKey";

  /** How often this key was tried without success before, an integer from 0. */
  public static final String ATTEMPT = "WorkAttempt";

  /** The priority of the key, an integer from 0 (last) to 100 (first). */
  public static final String PRIORITY = "WorkPriority";

  private WorkHeaders() {}
}
