package com.wechaterp.hub.coupon;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.store.UtcTimes;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Proves to WeChat that the hub answers claims, without which it takes no call about coupons: it
 * pushes a claim of a coupon that is none, and wants a given answer (document coupon.confirm).
 */
class CouponCallback {

  static final String TEST_COUPON = "test_coupon";
  static final String TEST_REQUEST = "test_coupon_request_id";
  static final String TEST_USER_COUPON = "test_coupon_user_coupon_id";

  private static final String CONFIRM = "shop/coupon/confirm";

  /** WeChat pushes to the address that was confirmed last, so one that moved is found in a day. */
  private static final Duration HOLDS_FOR = Duration.ofDays(1);

  private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

  private final WeChat wechat;
  private final JdbcClient jdbc;
  private final Clock clock;

  CouponCallback(WeChat wechat, JdbcClient jdbc, Clock clock) {
    this.wechat = wechat;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Passes if the account's callback is confirmed, confirming it where it is not.
   *
   * @throws HoldException if WeChat did not get the answer it wants
   */
  void require(String account) {
    Instant now = clock.instant();
    if (isConfirmed(account, now)) {
      return;
    }
    try {
      wechat.call(account, CONFIRM, Map.of());
    } catch (WeChatException e) {
      if (e.category() != ErrorCategory.PERMANENT) {
        throw e;
      }
      Problem problem = Problem.of("coupon-callback", "account", account, "errcode", e.errcode());
      throw new HoldException(new Hold(problem, Release.TIME, now.plus(LOOK_AGAIN), 50), e);
    }
    remember(account, now);
  }

  private boolean isConfirmed(String account, Instant now) {
    return jdbc.sql("SELECT confirmed_at FROM coupon_callback WHERE account = ?")
        .param(account)
        .query(LocalDateTime.class)
        .optional()
        .map(UtcTimes::instant)
        .filter(at -> at.plus(HOLDS_FOR).isAfter(now))
        .isPresent();
  }

  private void remember(String account, Instant now) {
    int changed =
        jdbc.sql("UPDATE coupon_callback SET confirmed_at = ? WHERE account = ?")
            .params(UtcTimes.utc(now), account)
            .update();
    if (changed == 0) {
      jdbc.sql("INSERT INTO coupon_callback (confirmed_at, account) VALUES (?, ?)")
          .params(UtcTimes.utc(now), account)
          .update();
    }
  }
}
