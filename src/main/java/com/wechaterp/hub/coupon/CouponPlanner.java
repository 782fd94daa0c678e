package com.wechaterp.hub.coupon;

import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to do so that WeChat has a coupon as the ERP wants it. */
final class CouponPlanner {

  /** Stands for the state of a coupon WeChat does not have. */
  static final int MISSING = -1;

  static final int INITIAL = 1;
  static final int EFFECTIVE = 2;
  private static final String ADD = "shop/coupon/add";
  private static final String UPDATE = "shop/coupon/update";
  private static final int EXPIRED = 3;

  private CouponPlanner() {}

  /**
   * Returns the calls; their subjects are the request bodies.
   *
   * @param known the coupon as {@code shop/coupon/get} shows it, with its status; null if WeChat
   *     has none
   * @param sentIssued what was told last to be left of it, -1 if nothing was
   * @param sentReceived what was told last to be claimed
   */
  static Plan plan(
      Coupon wanted, @Nullable Answer known, long sentIssued, long sentReceived, Instant now) {
    List<Call> calls = new ArrayList<>();
    if (known == null) {
      calls.add(new Call(ADD, wanted.bodyOf(ADD), "new"));
    } else if (!matches(wanted.body(), known.fields())) {
      calls.add(new Call(UPDATE, wanted.bodyOf(UPDATE), "changed"));
    }
    long status = known == null ? INITIAL : known.number("status");
    // WeChat lets a coupon expire by its own dates; only new dates can bring it back.
    boolean expired = status == EXPIRED && wanted.status() == EFFECTIVE && calls.isEmpty();
    if (wanted.status() >= 0 && wanted.status() != status && !expired) {
      calls.add(
          new Call(
              "shop/coupon/update_status",
              Map.of("out_coupon_id", wanted.outCouponId(), "status", wanted.status()),
              "state changed"));
    }
    boolean stock = wanted.issuedNum() != sentIssued || wanted.receiveNum() != sentReceived;
    if (wanted.issuedNum() < 0 || !stock) {
      return new Plan(calls, null);
    }
    boolean decided = wanted.status() >= 0 && !expired;
    if ((decided ? wanted.status() : status) == EFFECTIVE) {
      calls.add(stock(wanted));
      return new Plan(calls, null);
    }
    // What the ERP puts into effect comes back here; what a person does in WeChat tells nobody.
    return new Plan(calls, decided ? null : early(wanted, now));
  }

  /** WeChat keeps stock only of coupons in effect (1090005). */
  private static Hold early(Coupon wanted, Instant now) {
    return new Hold(
        Problem.of("coupon-stock-early", "key", wanted.outCouponId()),
        Release.TIME,
        now.plus(Duration.ofHours(1)),
        50);
  }

  private static Call stock(Coupon wanted) {
    return new Call(
        "shop/coupon/update_coupon_stock",
        Map.of(
            "coupon_stock",
            Map.of(
                "out_coupon_id",
                wanted.outCouponId(),
                "stock_info",
                Map.of("issued_num", wanted.issuedNum(), "receive_num", wanted.receiveNum()))),
        "stock changed");
  }

  /** Every field that is wanted must be there with the same value, numbers as text or not. */
  private static boolean matches(Object wanted, @Nullable Object known) {
    if (wanted instanceof Map<?, ?> map) {
      Map<?, ?> there = known instanceof Map<?, ?> found ? found : Map.of();
      return map.entrySet().stream()
          .allMatch(field -> matches(field.getValue(), there.get(field.getKey())));
    }
    return String.valueOf(wanted).equals(String.valueOf(known));
  }
}
