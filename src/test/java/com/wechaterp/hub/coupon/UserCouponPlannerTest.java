package com.wechaterp.hub.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserCouponPlannerTest {

  private static final Instant CLAIMED = Instant.ofEpochSecond(1625451250);
  private static final Instant USED = Instant.ofEpochSecond(1625459999);
  private static final WeChatContract CONTRACT = WeChatContract.load();

  private static UserCouponPlanner.UserCoupon wanted(long status, @Nullable Instant used) {
    return new UserCouponPlanner.UserCoupon("U1", "C1", "buyer", status, CLAIMED, used);
  }

  private static List<Call> calls(UserCouponPlanner.UserCoupon wanted, @Nullable Answer known) {
    List<Call> calls = plan(wanted, known, 2).calls();
    for (Call call : calls) {
      Map<String, ?> body = (Map<String, ?>) call.subject();
      assertThat(CONTRACT.check(CONTRACT.operation(call.operation()).orElseThrow(), body))
          .isEmpty();
    }
    return calls;
  }

  private static Plan plan(
      UserCouponPlanner.UserCoupon wanted, @Nullable Answer known, long couponStatus) {
    return UserCouponPlanner.plan(wanted, known, couponStatus, CLAIMED.plusSeconds(600));
  }

  @ParameterizedTest
  @CsvSource({"-1,is not there yet", "1,is not in effect yet"})
  void waitsForACouponThatWeChatDoesNotHaveInEffectYet(long status, String words) {
    Plan plan = plan(wanted(100, null), null, status);

    assertThat(plan.calls()).isEmpty();
    Hold hold = Objects.requireNonNull(plan.hold());
    assertThat(hold.release()).isEqualTo(Release.TIME);
    assertThat(hold.until()).isEqualTo(CLAIMED.plusSeconds(1200));
    assertThat(hold.reason().sentence(Language.EN)).contains("U1", "C1", words);
  }

  @Test
  void looksAgainHourlyAtACouponClaimedLongAgo() {
    Instant now = CLAIMED.plus(Duration.ofDays(90));

    Hold hold =
        Objects.requireNonNull(UserCouponPlanner.plan(wanted(100, null), null, -1, now).hold());

    assertThat(hold.until()).isEqualTo(now.plus(Duration.ofHours(1)));
  }

  @Test
  void followsACouponWeChatHasWhateverBecameOfTheCoupon() {
    Answer known = new Answer(Map.of("status", 100, "ext_info", Map.of()));

    assertThat(plan(wanted(102, USED), known, -1).calls()).hasSize(2);
  }

  @Test
  void letsWeChatSayWhatItThinksOfACouponThatIsOver() {
    assertThat(plan(wanted(101, null), null, 3).calls()).hasSize(1);
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
