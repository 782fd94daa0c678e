package com.wechaterp.hub.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CouponPlannerTest {

  private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");

  private static final WeChatContract CONTRACT = WeChatContract.load();

  private static Coupon coupon(Object... replaced) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("out_coupon_id", "C1");
    document.put("type", 102L);
    document.put("name", "满 50 减 5");
    document.put("product_price", 5000L);
    document.put("discount_fee", 500L);
    document.put("valid_type", 1L);
    document.put("valid_start_time", Instant.ofEpochSecond(1625451250));
    document.put("valid_end_time", Instant.ofEpochSecond(1625464250));
    document.put("status", 1L);
    document.put("issued_num", 100L);
    for (int i = 0; i < replaced.length; i += 2) {
      document.put(String.valueOf(replaced[i]), replaced[i + 1]);
    }
    return Objects.requireNonNull(CouponReader.read(document));
  }

  private static Answer shown(Coupon coupon, long status) {
    Map<String, Object> body = new LinkedHashMap<>(coupon.body());
    body.put("status", status);
    body.put("appid", "wx1");
    return new Answer(body);
  }

  private static List<String> operations(Coupon wanted, Answer known, long issued) {
    return CouponPlanner.plan(wanted, known, issued, 0, NOW).calls().stream()
        .map(Call::operation)
        .toList();
  }

  @Test
  void addsANewCouponAsTheContractWantsIt() {
    List<Call> calls = CouponPlanner.plan(coupon("status", 2L), null, -1, 0, NOW).calls();

    assertThat(calls)
        .extracting(Call::operation)
        .containsExactly(
            "shop/coupon/add", "shop/coupon/update_status", "shop/coupon/update_coupon_stock");
    for (Call call : calls) {
      Map<String, ?> body = (Map<String, ?>) call.subject();
      assertThat(CONTRACT.check(CONTRACT.operation(call.operation()).orElseThrow(), body))
          .isEmpty();
    }
  }

  @Test
  void sendsNothingWhenBothAgree() {
    assertThat(operations(coupon(), shown(coupon(), 1), 100)).isEmpty();
  }

  @Test
  void sendsOnlyWhatDiffers() {
    assertThat(operations(coupon("name", "新名字"), shown(coupon(), 1), 100))
        .containsExactly("shop/coupon/update");
    assertThat(operations(coupon("status", 2L), shown(coupon(), 1), 100))
        .containsExactly("shop/coupon/update_status");
    assertThat(operations(coupon("status", 2L, "issued_num", 99L), shown(coupon(), 2), 100))
        .containsExactly("shop/coupon/update_coupon_stock");
  }

  @Test
  void keepsStockBackUntilTheCouponIsInEffect() {
    assertThat(operations(coupon("issued_num", 99L), shown(coupon(), 1), 100)).isEmpty();

    Plan undecided = CouponPlanner.plan(coupon("status", null), shown(coupon(), 1), -1, 0, NOW);

    Hold hold = Objects.requireNonNull(undecided.hold());
    assertThat(undecided.calls()).isEmpty();
    assertThat(hold.reason().code()).isEqualTo("coupon-stock-early");
    assertThat(hold.until()).isEqualTo(NOW.plusSeconds(3600));
  }

  @Test
  void sendsStockOfACouponThatAPersonPutIntoEffect() {
    assertThat(operations(coupon("status", null), shown(coupon(), 2), -1))
        .containsExactly("shop/coupon/update_coupon_stock");
  }

  @Test
  void bringsAnExpiredCouponBackOnlyWithSomethingNew() {
    assertThat(operations(coupon("status", 2L), shown(coupon(), 3), 100)).isEmpty();
    assertThat(operations(coupon("status", 2L, "name", "新名字"), shown(coupon(), 3), 100))
        .containsExactly("shop/coupon/update", "shop/coupon/update_status");
  }

  @Test
  void leavesAloneWhatTheErpDoesNotSay() {
    assertThat(operations(coupon("status", null, "issued_num", null), shown(coupon(), 3), -1))
        .isEmpty();
  }

  @Test
  void holdsACouponBeyondWeChatsLimits() {
    assertThatThrownBy(() -> coupon("discount_num", 20_000L))
        .isInstanceOf(HoldException.class)
        .hasMessageContaining("20000")
        .hasMessageContaining("10000");
  }
}
