package com.wechaterp.hub.callback;

/** What people ask about the messages that came. */
public interface CallbackLog {

  /** Returns what came to this node. */
  CallbackReport report();
}
