package com.wechaterp.hub.shipment;

import java.time.Duration;
import java.time.Instant;

/**
 * When an order was shipped in full, as WeChat can be told: after its payment, and not later than
 * now.
 */
final class ShipTime {

  /** The clocks of the ERP and of WeChat may differ so much. */
  private static final Duration OFF = Duration.ofMinutes(10);

  private ShipTime() {}

  /**
   * Returns the ERP's time, put right where two clocks differ a little; now if the ERP tells none.
   */
  static Instant of(Situation it) {
    Instant shipped = it.wanted().shipDoneTime();
    Instant paid = it.order().paidAt();
    if (shipped == null || shipped.isAfter(it.now())) {
      return it.now();
    }
    return paid != null && shipped.isBefore(paid) ? paid : shipped;
  }

  /** Returns whether the ERP's time cannot be: long before the payment, as of another time zone. */
  static boolean isBeforePayment(Situation it) {
    Instant shipped = it.wanted().shipDoneTime();
    Instant paid = it.order().paidAt();
    return shipped != null && paid != null && shipped.plus(OFF).isBefore(paid);
  }
}
