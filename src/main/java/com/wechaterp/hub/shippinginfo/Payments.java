package com.wechaterp.hub.shippinginfo;

import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads payments back from WeChat. */
class Payments {

  private static final long PAGE = 100;

  private final WeChat wechat;

  Payments(WeChat wechat) {
    this.wechat = wechat;
  }

  /** Returns a payment as WeChat has it now, empty if it has none of that name. */
  Optional<KnownPayment> find(String account, PaymentKey key) {
    try {
      Answer answer =
          new Answer(wechat.call(account, ShippingInfoOperation.GET_ORDER, key.fields()));
      return Optional.of(KnownPayment.of(answer.object("order")));
    } catch (WeChatException e) {
      if (e.errcode() == ShippingInfoOperation.NO_PAYMENT) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Returns the payments of a span that wait for their shipment. */
  List<KnownPayment> waiting(String account, Instant from, Instant to) {
    List<KnownPayment> all = new ArrayList<>();
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("order_state", (long) PaymentState.TO_SHIP.code());
    request.put(
        "pay_time_range",
        Map.of("begin_time", from.getEpochSecond(), "end_time", to.getEpochSecond()));
    request.put("page_size", PAGE);
    Answer answer;
    do {
      answer = new Answer(wechat.call(account, ShippingInfoOperation.GET_ORDER_LIST, request));
      answer.objects("order_list").forEach(each -> all.add(KnownPayment.of(each)));
      request.put("last_index", answer.text("last_index"));
    } while (answer.flag("has_more") && answer.has("last_index"));
    return all;
  }
}
