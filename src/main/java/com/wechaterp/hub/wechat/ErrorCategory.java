package com.wechaterp.hub.wechat;

/** What an error of WeChat asks of the caller. */
public enum ErrorCategory {
  /** The same call may succeed later. */
  RETRY,
  /** The access token must be fetched again; the component has already done so once. */
  TOKEN,
  /** A quota is used up; wait for its next window. */
  LIMIT,
  /** The same call will never succeed; the data must change. */
  PERMANENT,
  /** The account or the hub is set up wrongly; a person must act. */
  CONFIG,
  /** WeChat could not be reached, or did not answer as WeChat does. */
  OUTAGE
}
