package com.wechaterp.hub.quota;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The allowances WeChat gives each account, spent before it refuses.
 *
 * <p>Allowances are declared in {@code hub.quotas}; a call of WeChat that answers 45009 or 45011
 * closes its allowance until the next window.
 */
public interface Quotas {

  /** The allowance that {@code shop/spu/add} and {@code shop/spu/update} share. */
  String SPU_AUDIT = "spu-audit";

  /**
   * Takes one use of an allowance, in a transaction of its own.
   *
   * @return empty if taken, or when the next use may be available
   */
  Optional<Instant> take(String account, String quota);

  /**
   * Gives one use back, when the call was not made or WeChat did not count it.
   *
   * @param taken when it was taken; a window that has begun since is left as it is
   */
  void giveBack(String account, String quota, Instant taken);

  /** Records that WeChat refused a call for its limit, closing the allowance until it reopens. */
  void refused(String account, String quota, int errcode);

  /**
   * Returns when the n-th further use will be available, as WeChat's windows allow.
   *
   * @param n 1 for the next use
   */
  Instant eta(String account, String quota, int n);

  /** Returns the state of all allowances of all accounts. */
  List<QuotaState> states();
}
