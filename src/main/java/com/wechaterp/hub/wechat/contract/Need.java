package com.wechaterp.hub.wechat.contract;

/** Whether a field must be there. */
public enum Need {
  REQUIRED,
  /** Required under conditions the operation's notes tell. */
  CONDITIONAL,
  OPTIONAL
}
