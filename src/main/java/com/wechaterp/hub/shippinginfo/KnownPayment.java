package com.wechaterp.hub.shippinginfo;

import com.wechaterp.hub.wechat.Answer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One payment as WeChat has it now ({@code wxa/sec/order/get_order}).
 *
 * @param key all its ids
 * @param openid the payer
 * @param description the goods as the payment shows them
 * @param stateCode the state as WeChat numbers it
 * @param paidAt when it was paid; null if WeChat does not tell
 * @param inComplaint whether a dispute is open
 * @param split whether it was shipped in several parcels
 * @param finished whether all is shipped
 * @param finishedTimes how often it was shipped in full: 2 after the one correction
 * @param parcels the parcels
 */
record KnownPayment(
    PaymentKey key,
    String openid,
    String description,
    int stateCode,
    @Nullable Instant paidAt,
    boolean inComplaint,
    boolean split,
    boolean finished,
    int finishedTimes,
    List<KnownPayment.Parcel> parcels) {

  private static final int SPLIT_DELIVERY = 2;

  KnownPayment {
    parcels = List.copyOf(parcels);
  }

  /** One parcel. */
  record Parcel(String courierId, String trackingNo, @Nullable Instant uploadedAt) {}

  PaymentState state() {
    return PaymentState.of(stateCode);
  }

  static KnownPayment of(Answer order) {
    Answer shipping = order.object("shipping");
    return new KnownPayment(
        new PaymentKey(
            order.text("transaction_id"),
            order.text("merchant_id"),
            order.text("merchant_trade_no")),
        order.text("openid"),
        order.text("description"),
        (int) order.number("order_state"),
        order.time("pay_time"),
        order.flag("in_complaint"),
        shipping.number("delivery_mode") == SPLIT_DELIVERY,
        shipping.flag("finish_shipping"),
        (int) shipping.number("finish_shipping_count"),
        shipping.objects("shipping_list").stream()
            .map(
                each ->
                    new Parcel(
                        each.text("express_company"),
                        each.text("tracking_no"),
                        each.time("upload_time")))
            .toList());
  }
}
