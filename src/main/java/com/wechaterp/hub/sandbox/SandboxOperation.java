package com.wechaterp.hub.sandbox;

import java.util.Map;

/** Answers one operation, the request already checked against the contract. */
@FunctionalInterface
interface SandboxOperation {

  /**
   * Returns the fields of the answer besides errcode and errmsg.
   *
   * @throws SandboxError as WeChat would answer
   */
  Map<String, Object> answer(Shop shop, Map<String, Object> request);

  /** Returns whether a success says errcode 0; some of the recorded ones do not. */
  default boolean saysErrcode() {
    return true;
  }
}
