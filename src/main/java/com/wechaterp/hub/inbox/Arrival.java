package com.wechaterp.hub.inbox;

import com.wechaterp.hub.work.WorkKey;

/**
 * An event ready to be stored.
 *
 * @param account the account it was pushed for
 * @param event its name
 * @param identity what is the same when it comes again
 * @param flow the flow that looks at it, empty if none is known
 * @param key the key it concerns, empty if it names none
 * @param noOp whether nothing is to be done
 * @param body the message, as JSON
 */
record Arrival(
    String account,
    String event,
    String identity,
    String flow,
    String key,
    boolean noOp,
    String body) {

  private static final int NAME_LENGTH = 64;

  /** Events whose name is longer than any of WeChat's are kept all the same. */
  Arrival {
    event = event.length() <= NAME_LENGTH ? event : event.substring(0, NAME_LENGTH);
  }

  boolean hasKey() {
    return !flow.isEmpty() && !key.isEmpty();
  }

  EventMarks.Mark mark() {
    return new EventMarks.Mark(new WorkKey(flow, account, key), event);
  }
}
