package com.wechaterp.hub.sandbox;

/** Refuses a call before its operation sees it; every bean of this type is asked. */
@FunctionalInterface
interface Gate {

  /**
   * Lets a call pass, or not.
   *
   * @throws SandboxError as WeChat would answer
   */
  void check(Shop shop, String operation);
}
