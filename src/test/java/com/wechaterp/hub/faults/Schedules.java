package com.wechaterp.hub.faults;

import java.util.List;

/** Schedules so short that a run ends within a minute. */
final class Schedules {

  static final List<String> FAST =
      List.of(
          "--hub.products.find.cron=0/3+*+*+*+*+?",
          "--hub.stock.find.cron=1/3+*+*+*+*+?",
          "--hub.product-audits.find.cron=2/5+*+*+*+*+?",
          "--hub.orders.find.cron=1/3+*+*+*+*+?",
          "--hub.payments.find.cron=2/3+*+*+*+*+?",
          "--hub.shipments.find.cron=0/3+*+*+*+*+?",
          "--hub.aftersales.find.cron=4/10+*+*+*+*+?",
          "--hub.aftersale-decisions.find.cron=2/3+*+*+*+*+?",
          "--hub.aftersale-requests.find.cron=0/3+*+*+*+*+?",
          "--hub.coupons.find.cron=1/5+*+*+*+*+?",
          "--hub.quota.release.cron=3/5+*+*+*+*+?",
          "--hub.order.look-again=5s",
          "--hub.aftersale.look-again=5s",
          "--hub.work.heartbeat=1s");

  /** Forgets what has ended after a few minutes, so that a quarter of an hour shows it. */
  static final List<String> SHORT_MEMORY =
      List.of(
          "--hub.keep.events=2m",
          "--hub.keep.unhandled-events=2m",
          "--hub.keep.timeline=2m",
          "--hub.keep.requests=2m",
          "--hub.keep.orders=2m",
          "--hub.keep.aftersales=2m",
          "--hub.keep.products=2m",
          "--hub.keep.images=2m",
          "--hub.keep.money=2m",
          "--hub.keep.sharers=2m",
          "--hub.keep.reports=2m");

  private Schedules() {}
}
