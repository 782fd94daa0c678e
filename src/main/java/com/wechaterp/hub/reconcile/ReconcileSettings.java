package com.wechaterp.hub.reconcile;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code hub.reconcile.*}.
 *
 * @param repair whether the nightly reconciliation puts to work what the hub can settle; default
 *     only tells
 * @param overlap how far a window reaches back into the one before; default two days, as an order
 *     may be paid up to a day after it was placed
 * @param window how far one window goes on at most; a hub that was down catches up in several
 * @param settle how long what has just happened is left to events and to work under way
 * @param unfinished how many orders of an account that were placed before a window and have not
 *     ended are read back with it, each a call of {@code shop/order/get}; the next ones the next
 *     time
 */
@ConfigurationProperties("hub.reconcile")
public record ReconcileSettings(
    @DefaultValue("false") boolean repair,
    @DefaultValue("2d") Duration overlap,
    @DefaultValue("2d") Duration window,
    @DefaultValue("10m") Duration settle,
    @DefaultValue("5000") int unfinished) {

  public ReconcileSettings {
    if (window.isZero() || window.isNegative() || overlap.isNegative() || settle.isNegative()) {
      throw new IllegalArgumentException(
          "hub.reconcile.window must be more than 0s, overlap and settle not less");
    }
    if (unfinished < 0) {
      throw new IllegalArgumentException("hub.reconcile.unfinished must not be less than 0");
    }
  }

  Windows windows() {
    return new Windows(overlap, window, settle);
  }
}
