package com.wechaterp.hub.callback;

import com.wechaterp.hub.inbox.EventAnswer;
import com.wechaterp.hub.inbox.EventReply;
import com.wechaterp.hub.inbox.InboundEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Refuses a buyer's claim of a coupon as long as no flow of the hub hands coupons out. */
class NoCouponReply implements EventReply {

  static final String EVENT = "open_product_receive_coupon";

  private static final int REFUSED = 1;

  @Override
  public String event() {
    return EVENT;
  }

  @Override
  public EventAnswer answer(InboundEvent event) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("out_user_coupon_id", "");
    document.put("request_id", event.field("request_id"));
    document.put("ret_code", REFUSED);
    document.put("ret_msg", "商家暂未开通领券 / The merchant hands out no coupons");
    document.put("out_coupon_id", event.field("out_coupon_id"));
    return new EventAnswer(document, EventAnswer.Form.AS_RECEIVED);
  }
}
