package com.wechaterp.hub.plan;

/** What lets a held key go on. */
public enum Release {
  /** The next window of one of WeChat's quotas. */
  QUOTA,
  /** WeChat's decision of an audit. */
  AUDIT,
  /** A change of the ERP's rows. */
  ERP_CHANGE,
  /** A change of the hub's configuration, or of what WeChat lets the account sell. */
  CONFIG_CHANGE,
  /** A fixed time. */
  TIME,
  /** Somebody who looks at it and replays it. */
  PERSON
}
