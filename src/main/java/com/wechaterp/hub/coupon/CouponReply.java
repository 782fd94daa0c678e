package com.wechaterp.hub.coupon;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.inbox.EventAnswer;
import com.wechaterp.hub.inbox.EventReply;
import com.wechaterp.hub.inbox.InboundEvent;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Hands out coupons in the live room: the ERP decides, once for each {@code request_id}, and the
 * buyer's coupon then goes to WeChat by its own flow.
 */
class CouponReply implements EventReply {

  private static final int GIVEN = 0;
  private static final int REFUSED = 1;

  private final Erp erp;
  private final WorkList work;
  private final Clock clock;

  CouponReply(Erp erp, WorkList work, Clock clock) {
    this.erp = erp;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public String event() {
    return "open_product_receive_coupon";
  }

  @Override
  public EventAnswer answer(InboundEvent event) {
    if (event.field("out_coupon_id").equals(CouponCallback.TEST_COUPON)
        && event.field("request_id").equals(CouponCallback.TEST_REQUEST)) {
      return answer(event, CouponCallback.TEST_USER_COUPON, GIVEN, "ok");
    }
    if (!erp.has("coupon-claim") || !erp.has("coupon-claims")) {
      return answer(event, "", REFUSED, "商家暂未开通领券 / The merchant hands out no coupons");
    }
    String request = event.field("request_id");
    erp.write(
        "coupon-claim",
        Map.of(
            "request_id", request,
            "out_coupon_id", event.field("out_coupon_id"),
            "openid", event.fromUser(),
            "claimed_at", clock.instant()));
    String given =
        erp.read("coupon-claims", request)
            .map(row -> String.valueOf(row.get("out_user_coupon_id")))
            .orElse("");
    if (given.isEmpty()) {
      return answer(event, "", REFUSED, "优惠券已领完 / No coupon is left");
    }
    work.mark(new WorkKey("user-coupons", event.account(), given), WorkPriority.EVENT, "claimed");
    return answer(event, given, GIVEN, "ok");
  }

  private static EventAnswer answer(InboundEvent event, String given, int code, String message) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("out_user_coupon_id", given);
    document.put("request_id", event.field("request_id"));
    document.put("ret_code", code);
    document.put("ret_msg", message);
    document.put("out_coupon_id", event.field("out_coupon_id"));
    return new EventAnswer(document, EventAnswer.Form.AS_RECEIVED);
  }
}
