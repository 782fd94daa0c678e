package com.wechaterp.hub.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the hub keeps what is over, {@code hub.keep.*}; what is still open is kept longer.
 *
 * @param events events that are dealt with, and the answers given; at least a day, default 30 days
 * @param unhandledEvents events nobody works on; at least a day, default a year
 * @param timeline what happened to each thing; default 180 days
 * @param requests orders and after-sales the mini-program's backend asked for, with their answers;
 *     at least a day, default 30 days
 * @param orders orders that have ended, their parcels and payments, presale reports, and figures of
 *     coupons; at least 30 days, default 400 days
 * @param aftersales after-sales and disputes that have ended, and the calls about them; at least 30
 *     days, default 400 days
 * @param products products that were deleted at WeChat; default 90 days
 * @param images links of pictures since they were last used; default 180 days
 * @param money bookings the ERP has, withdrawals that have ended, and payments of refunds and
 *     profit sharings; at least 30 days, default 1,100 days
 * @param sharers whom a key of a sharer stands for, since WeChat last named them; default 180 days
 * @param reports reports of the reconciliation, of which the last of each subject stays; default 90
 *     days
 */
@ConfigurationProperties("hub.keep")
record KeepProperties(
    @DefaultValue("30d") Duration events,
    @DefaultValue("365d") Duration unhandledEvents,
    @DefaultValue("180d") Duration timeline,
    @DefaultValue("30d") Duration requests,
    @DefaultValue("400d") Duration orders,
    @DefaultValue("400d") Duration aftersales,
    @DefaultValue("90d") Duration products,
    @DefaultValue("180d") Duration images,
    @DefaultValue("1100d") Duration money,
    @DefaultValue("180d") Duration sharers,
    @DefaultValue("90d") Duration reports) {

  KeepProperties {
    // An event or a request that comes again must be recognised, however long a clock is off.
    require("events", events, 1);
    require("unhandled-events", unhandledEvents, 1);
    require("timeline", timeline, 1);
    require("requests", requests, 1);
    // Buyers may open after-sales, and WeChat reports on them, for weeks after an order.
    require("orders", orders, 30);
    require("aftersales", aftersales, 30);
    require("products", products, 1);
    require("images", images, 1);
    require("money", money, 30);
    require("sharers", sharers, 1);
    require("reports", reports, 1);
  }

  private static void require(String name, Duration value, int days) {
    if (value.compareTo(Duration.ofDays(days)) < 0) {
      throw new IllegalArgumentException(
          "hub.keep." + name + " must be at least " + days + "d, such as 90d, not " + value);
    }
  }
}
