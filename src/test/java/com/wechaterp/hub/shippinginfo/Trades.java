package com.wechaterp.hub.shippinginfo;

import com.wechaterp.hub.courier.Courier;
import com.wechaterp.hub.courier.CourierList;
import com.wechaterp.hub.document.ExtraFields;
import com.wechaterp.hub.wechat.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Payments and what was shipped of them, for tests. */
final class Trades {

  static final String KEY = "SO1";
  static final String BUYER = "o-buyer";
  static final PaymentKey PAYMENT = PaymentKey.ofTransaction("4200000001");
  static final Instant SHIPPED = Instant.parse("2026-03-01T01:00:00Z");
  static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
  static final Contact NOBODY = Contact.of("", "");
  static final CourierList COURIERS =
      new CourierList(
          List.of(new Courier("SF", "顺丰速运"), new Courier("YTO", "圆通快速")), Map.of("圆通", "YTO"));

  private Trades() {}

  static TradeParcel parcel(String courier, String no) {
    return new TradeParcel(courier, no, "杯子*1");
  }

  static ShippingInfo info(TradeParcel... parcels) {
    return info(null, null, NOBODY, parcels);
  }

  static ShippingInfo info(
      @Nullable Boolean finish,
      @Nullable Instant received,
      Contact contact,
      TradeParcel... parcels) {
    return new ShippingInfo(
        KEY,
        PAYMENT,
        BUYER,
        LogisticsType.COURIER,
        List.of(new ShippingInfo.Part(PAYMENT, List.of(parcels))),
        finish,
        SHIPPED,
        received,
        contact,
        ExtraFields.NONE);
  }

  static ShippingInfo without(LogisticsType logistics, @Nullable Boolean finish) {
    return new ShippingInfo(
        KEY,
        PAYMENT,
        BUYER,
        logistics,
        List.of(new ShippingInfo.Part(PAYMENT, List.of())),
        finish,
        SHIPPED,
        null,
        NOBODY,
        ExtraFields.NONE);
  }

  static ShippingInfo combined(ShippingInfo.Part... parts) {
    return new ShippingInfo(
        KEY,
        new PaymentKey("", "1900000109", "C1"),
        BUYER,
        LogisticsType.COURIER,
        List.of(parts),
        null,
        SHIPPED,
        null,
        NOBODY,
        ExtraFields.NONE);
  }

  static PaymentKey sub(String tradeNo) {
    return new PaymentKey("", "1900000109", tradeNo);
  }

  static KnownPayment known(int state, int finishedTimes, String... parcels) {
    return known(state, finishedTimes, finishedTimes > 0, parcels);
  }

  static KnownPayment known(int state, int finishedTimes, boolean finished, String... parcels) {
    return KnownPayment.of(new Answer(answer(state, finishedTimes, finished, List.of(parcels))));
  }

  static Map<String, Object> answer(
      int state, int finishedTimes, boolean finished, List<String> parcels) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (String parcel : parcels) {
      String[] ids = parcel.split("/");
      list.add(
          Map.of(
              "express_company",
              ids[0],
              "tracking_no",
              ids[1],
              "upload_time",
              SHIPPED.getEpochSecond()));
    }
    Map<String, Object> shipping = new LinkedHashMap<>();
    shipping.put("delivery_mode", parcels.size() > 1 || !finished ? 2 : 1);
    shipping.put("logistics_type", 1);
    shipping.put("finish_shipping", finished);
    shipping.put("finish_shipping_count", finishedTimes);
    shipping.put("shipping_list", list);
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("transaction_id", PAYMENT.transactionId());
    order.put("merchant_id", "1900000109");
    order.put("merchant_trade_no", KEY);
    order.put("description", "小程序商品*1");
    order.put("openid", BUYER);
    order.put("order_state", state);
    order.put("pay_time", SHIPPED.minusSeconds(3600).getEpochSecond());
    order.put("in_complaint", false);
    order.put("shipping", finishedTimes == 0 && parcels.isEmpty() ? Map.of() : shipping);
    return order;
  }

  static Trade trade(ShippingInfo wanted, KnownPayment known) {
    return new Trade(wanted, Map.of(PAYMENT, known), Set.of(), COURIERS, NOW);
  }
}
