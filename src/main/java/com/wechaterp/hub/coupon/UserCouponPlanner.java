package com.wechaterp.hub.coupon;

import com.wechaterp.hub.flow.LookAgain;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to do so that WeChat has a buyer's coupon as the ERP has it. */
final class UserCouponPlanner {

  /** Of the sister product, and in the documentation's own samples: 102 is used. */
  static final int VALID = 100;

  /** What is held until its coupon is in effect. */
  static final String EARLY = "user-coupon-early";

  private static final int EXPIRED = 101;

  private UserCouponPlanner() {}

  /**
   * One coupon of one buyer.
   *
   * @param status its state as WeChat numbers it: 100 valid, 101 expired, 102 used
   * @param receivedAt when it was claimed
   * @param usedAt when it was used; null if it was not
   */
  record UserCoupon(
      String outUserCouponId,
      String outCouponId,
      String openid,
      long status,
      Instant receivedAt,
      @Nullable Instant usedAt) {}

  /**
   * Returns the calls; their subjects are the request bodies.
   *
   * @param known what WeChat has; null if it has none
   * @param couponStatus the state of its coupon at WeChat; does not matter once WeChat has it
   */
  static Plan plan(UserCoupon wanted, @Nullable Answer known, long couponStatus, Instant now) {
    boolean missing = couponStatus == CouponPlanner.MISSING;
    if (known == null && (missing || couponStatus == CouponPlanner.INITIAL)) {
      return early(wanted, missing, now);
    }
    List<Call> calls = new ArrayList<>();
    if (known == null) {
      Map<String, Object> coupon = ids(wanted);
      coupon.put("status", wanted.status());
      calls.add(new Call("shop/coupon/add_user_coupon", body(wanted, coupon), "new"));
    } else if (differs(known.number("status"), wanted.status())) {
      Map<String, Object> status = ids(wanted);
      status.put("openid", wanted.openid());
      status.put("status", wanted.status());
      calls.add(new Call("shop/coupon/update_usercoupon_status", status, "state changed"));
    }
    Instant used = wanted.usedAt();
    Answer shown = known == null ? new Answer(Map.of()) : known.object("ext_info");
    if (used != null && shown.number("use_time") != used.getEpochSecond()) {
      Map<String, Object> coupon = ids(wanted);
      coupon.put("ext_info", Map.of("use_time", used.getEpochSecond()));
      calls.add(new Call("shop/coupon/update_user_coupon", body(wanted, coupon), "used"));
    }
    return new Plan(calls, null);
  }

  /** The coupon goes to WeChat, and into effect, by its own flow, which may come later. */
  private static Plan early(UserCoupon wanted, boolean missing, Instant now) {
    Problem reason =
        Problem.of(
            EARLY,
            "key",
            wanted.outUserCouponId(),
            "coupon",
            wanted.outCouponId(),
            "stateEn",
            missing ? "is not there yet" : "is not in effect yet",
            "stateZh",
            missing ? "尚不存在" : "尚未生效");
    // The coupon's own flow wakes it, unless both looked at the same moment.
    Instant soon = LookAgain.at(wanted.receivedAt(), now);
    Instant late = now.plus(Duration.ofHours(1));
    return Plan.hold(new Hold(reason, Release.TIME, soon.isBefore(late) ? soon : late, 50));
  }

  /** WeChat lets a coupon expire by itself, which an ERP that only knows of use does not say. */
  private static boolean differs(long known, long wanted) {
    return known != wanted && !(known == EXPIRED && wanted == VALID);
  }

  private static Map<String, Object> ids(UserCoupon wanted) {
    Map<String, Object> ids = new LinkedHashMap<>();
    ids.put("out_user_coupon_id", wanted.outUserCouponId());
    ids.put("out_coupon_id", wanted.outCouponId());
    return ids;
  }

  private static Map<String, Object> body(UserCoupon wanted, Map<String, Object> coupon) {
    return Map.of(
        "openid", wanted.openid(),
        "user_coupon", coupon,
        "recv_time", wanted.receivedAt().getEpochSecond());
  }
}
