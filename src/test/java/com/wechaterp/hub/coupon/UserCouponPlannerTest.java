package com.wechaterp.hub.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UserCouponPlannerTest {

  private static final Instant CLAIMED = Instant.ofEpochSecond(1625451250);
  private static final Instant USED = Instant.ofEpochSecond(1625459999);
  private static final WeChatContract CONTRACT = WeChatContract.load();

  private static UserCouponPlanner.UserCoupon wanted(long status, @Nullable Instant used) {
    return new UserCouponPlanner.UserCoupon("U1", "C1", "buyer", status, CLAIMED, used);
  }

  private static List<Call> calls(UserCouponPlanner.UserCoupon wanted, @Nullable Answer known) {
    List<Call> calls = UserCouponPlanner.plan(wanted, known).calls();
    for (Call call : calls) {
      Map<String, ?> body = (Map<String, ?>) call.subject();
      assertThat(CONTRACT.check(CONTRACT.operation(call.operation()).orElseThrow(), body))
          .isEmpty();
    }
    return calls;
  }

  @Test
  void addsACouponThatWasClaimed() {
    assertThat(calls(wanted(100, null), null))
        .extracting(Call::operation)
        .containsExactly("shop/coupon/add_user_coupon");
  }

  @Test
  void tellsThatACouponWasUsed() {
    Answer known = new Answer(Map.of("status", 100, "ext_info", Map.of()));

    assertThat(calls(wanted(102, USED), known))
        .extracting(Call::operation)
        .containsExactly("shop/coupon/update_usercoupon_status", "shop/coupon/update_user_coupon");
  }

  @Test
  void leavesACouponThatWeChatLetExpire() {
    Answer known = new Answer(Map.of("status", 101, "ext_info", Map.of()));

    assertThat(calls(wanted(100, null), known)).isEmpty();
  }

  @Test
  void sendsNothingWhenBothAgree() {
    Answer known =
        new Answer(Map.of("status", 102, "ext_info", Map.of("use_time", USED.getEpochSecond())));

    assertThat(calls(wanted(102, USED), known)).isEmpty();
  }
}
