package com.wechaterp.hub.onboarding;

import java.time.Instant;

/**
 * What proves that something was done.
 *
 * @param what the call made, or the flag or state seen
 * @param result what came of it, without personal data
 * @param at when
 */
public record Proof(String what, String result, Instant at) {

  /** What came of a call that WeChat took. */
  static final String OK = "ok";
}
