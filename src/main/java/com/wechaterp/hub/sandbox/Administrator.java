package com.wechaterp.hub.sandbox;

import java.time.Duration;

/** The person who confirms, remits and signs for the merchant, unless that is left to levers. */
class Administrator {

  private final Duration delay;

  Administrator(SandboxProperties properties) {
    this.delay = properties.administratorDelay();
  }

  /** Returns when the person will have done what is asked now, in Unix milliseconds. */
  long dueFrom(Shop shop) {
    return delay.isZero() ? Long.MAX_VALUE : shop.clock().now().plus(delay).toEpochMilli();
  }
}
