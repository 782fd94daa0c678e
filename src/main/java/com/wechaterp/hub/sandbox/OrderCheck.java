package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules a new order must keep (WeChat docs, limits [限额]; orders [订单]). */
class OrderCheck {

  private static final Pattern OUT_ORDER_ID = Pattern.compile("[0-9A-Za-z_-]{1,127}");
  private static final Pattern OPENID = Pattern.compile("[0-9A-Za-z_-]{6,64}");

  /** Since 2022-07-07 (WeChat docs, change log of the component [更新日志]). */
  private static final Duration OLDEST = Duration.ofDays(1);

  private static final Duration SOONEST_EXPIRY = Duration.ofMinutes(15);
  private static final Duration LATEST_EXPIRY = Duration.ofDays(1);
  private static final int SHORTEST_AFTERSALE_DAYS = 5;
  private static final int LONGEST_AFTERSALE_DAYS = 1095;

  private final SandboxProperties.Orders settings;

  OrderCheck(SandboxProperties.Orders settings) {
    this.settings = settings;
  }

  /**
   * Checks a request of order/add.
   *
   * @throws SandboxError as WeChat refuses it
   */
  void check(Shop shop, Map<String, Object> request) {
    if (!OUT_ORDER_ID.matcher(Fields.text(request, "out_order_id")).matches()) {
      throw OrderRefusal.of("out_order_id");
    }
    if (!OPENID.matcher(Fields.text(request, "openid")).matches()) {
      throw new SandboxError(990001, "OPENID非法");
    }
    payment(request);
    delivery(request);
    times(shop, request);
    if (Orders.lines(request).isEmpty()) {
      throw OrderRefusal.of("product_infos");
    }
    OrderAmounts.check(Orders.lines(request), Orders.price(request));
  }

  /** An ordinary order is paid with prepay data of the merchant's own. */
  private static void payment(Map<String, Object> request) {
    Map<String, Object> payment = Orders.payment(request);
    boolean needsPrepay =
        !Orders.isOfSceneMerchant(request) && Fields.number(payment, "pay_method_type") == 0;
    if (needsPrepay
        && (Fields.text(payment, "prepay_id").isEmpty()
            || SandboxClock.parse(Fields.text(payment, "prepay_time")).isEmpty())) {
      throw OrderRefusal.of("pay_info");
    }
  }

  private void delivery(Map<String, Object> request) {
    long type = Deliveries.type(request);
    boolean inChannels = settings.matchedScenes().contains(Fields.text(request, "scene"));
    if (inChannels && type != Deliveries.COURIER) {
      throw OrderRefusal.of("delivery_detail");
    }
    if (type == Deliveries.COURIER && Fields.object(request.get("address_info")).isEmpty()) {
      throw OrderRefusal.of("address_info");
    }
  }

  private void times(Shop shop, Map<String, Object> request) {
    Optional<Instant> created = SandboxClock.parse(Fields.text(request, "create_time"));
    if (created.isEmpty() || !isRecent(shop, created.get())) {
      throw OrderRefusal.of("create_time");
    }
    Instant expires = Instant.ofEpochSecond(Fields.number(request, "expire_time"));
    Duration after = Duration.between(created.get(), expires);
    if (request.get("expire_time") != null
        && (after.compareTo(SOONEST_EXPIRY) < 0
            || after.compareTo(LATEST_EXPIRY) > 0
            || !expires.isAfter(shop.clock().platform()))) {
      throw OrderRefusal.of("expire_time");
    }
    long days = Fields.number(request, "aftersale_duration");
    if (request.get("aftersale_duration") != null
        && (days < SHORTEST_AFTERSALE_DAYS || days > LONGEST_AFTERSALE_DAYS)) {
      throw OrderRefusal.of("aftersale_duration");
    }
  }

  /** The caller's clock does not jump with the sandbox's, so the true time will do as well. */
  private boolean isRecent(Shop shop, Instant time) {
    return isRecent(time, shop.clock().now()) || isRecent(time, shop.clock().platform());
  }

  private boolean isRecent(Instant time, Instant now) {
    Duration age = Duration.between(time, now);
    Duration tolerance = settings.createTimeTolerance().plusSeconds(1);
    return age.compareTo(tolerance.negated()) > 0 && age.compareTo(OLDEST.plus(tolerance)) < 0;
  }
}
