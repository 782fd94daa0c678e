package com.wechaterp.hub.order;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When an order was placed and until when it can be paid, as WeChat is told. It takes an order up
 * to a day after it was placed, and counts its expiry from then (WeChat docs, change log of the
 * component [更新日志], 2022-07-07).
 *
 * @param createdAt when it was placed, in whole seconds
 * @param expiresAt until when it can be paid
 */
record OrderTimes(Instant createdAt, Instant expiresAt) {

  /** How old an order may be when WeChat hears of it. */
  static final Duration OLDEST = Duration.ofDays(1);

  /** How long it can be paid at least and at most, from when it was placed. */
  static final Duration SHORTEST = Duration.ofMinutes(15);

  static final Duration LONGEST = Duration.ofDays(1);

  /** What is further ahead is no clock that goes a little wrong, but another time zone. */
  static final Duration CLOCKS = Duration.ofMinutes(15);

  /**
   * Returns the times to send.
   *
   * @param told when WeChat was last told that the order was placed; null if it never was
   * @param now the time at WeChat
   * @param expiry how long an order that names no time can be paid
   */
  static OrderTimes of(Order order, @Nullable Instant told, Instant now, Duration expiry) {
    Instant created = created(order, told, now);
    Instant named = order.paid() ? null : order.expiresAt();
    return new OrderTimes(created, named == null ? expires(created, now, expiry) : named);
  }

  /**
   * Returns when an order was placed: the buyer's own time, the same each time it is sent, and
   * never one that is still to come at WeChat.
   */
  static Instant created(Order order, @Nullable Instant told, Instant now) {
    Instant placed = order.createdAt();
    Instant created;
    if (told != null && (placed == null || isNear(placed, told))) {
      created = told;
    } else {
      created = placed == null ? now : placed;
    }
    return (created.isAfter(now) ? now : created).truncatedTo(ChronoUnit.SECONDS);
  }

  private static boolean isNear(Instant placed, Instant told) {
    return Duration.between(placed, told).abs().compareTo(CLOCKS) <= 0;
  }

  /** An order that is sent late leaves its buyer the least time that WeChat allows. */
  private static Instant expires(Instant created, Instant now, Duration expiry) {
    Instant usual = created.plus(expiry);
    Instant least = now.plus(SHORTEST);
    Instant latest = created.plus(LONGEST);
    Instant expires = usual.isBefore(least) ? least : usual;
    return expires.isAfter(latest) ? latest : expires;
  }
}
