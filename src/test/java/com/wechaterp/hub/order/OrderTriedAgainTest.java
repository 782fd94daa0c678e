package com.wechaterp.hub.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not the order's fault does not end it. */
class OrderTriedAgainTest extends DeskFixture {

  private static final String ADD = "shop/order/add";

  @Test
  void tellsTheSameTimeOfPlacingAfterALostCall() {
    wechat.refuses = FalteringOrders.refusal(ADD, 0, ErrorCategory.OUTAGE);
    place(Orders.document());
    clock.forward(Duration.ofMinutes(7));

    hub.push(null);

    assertThat(wechat.bodies).hasSize(2);
    assertThat(wechat.bodies.get(1).get("create_time"))
        .isEqualTo(wechat.bodies.get(0).get("create_time"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"create_time字段异常", "expire_time字段异常"})
  void sendsAgainByItselfWhatWeChatRefusesForItsTime(String errmsg) {
    wechat.refuses = refusal(ADD, ErrorCategory.PERMANENT, errmsg);

    WeChatException failure =
        catchThrowableOfType(WeChatException.class, () -> hub.push(Orders.open()));

    assertThat(failure.category()).isEqualTo(ErrorCategory.RETRY);
    assertThat(failure.problem().code()).isEqualTo("order-time-refused");
    hub.push(Orders.open());
    assertThat(hub.link().exists()).isTrue();
  }

  @Test
  void stillHoldsWhatWeChatRefusesForAnotherField() {
    wechat.refuses = refusal(ADD, ErrorCategory.PERMANENT, "price_info字段异常");

    WeChatException failure =
        catchThrowableOfType(WeChatException.class, () -> hub.push(Orders.open()));

    assertThat(failure.category()).isEqualTo(ErrorCategory.PERMANENT);
  }

  @Test
  void takesARequestInThatWeChatRefusesForItsTime() {
    wechat.refuses = refusal(ADD, ErrorCategory.PERMANENT, "create_time字段异常");

    assertGoesOn(place(Orders.document()), "order-time-refused");
  }

  @Test
  void takesARequestInWhileTokensAreRejected() {
    wechat.refuses = refusal(ADD, ErrorCategory.TOKEN, "access_token expired");

    assertGoesOn(place(Orders.document()), "wechat-error-token");
  }

  @Test
  void takesARequestInWhileThereIsNoToken() {
    wechat.refuses = refusal("cgi-bin/stable_token", ErrorCategory.CONFIG, "invalid credential");

    assertGoesOn(place(Orders.document()), "wechat-error-token");
  }

  private void assertGoesOn(OrderAnswer answer, String why) {
    assertThat(answer.pending()).isNotNull().extracting(Problem::code).isEqualTo(why);
    verify(hub.work)
        .mark(eq(new WorkKey("orders", "main", "SO-1")), eq(WorkPriority.URGENT), any());
    hub.push(null);
    assertThat(hub.link().exists()).isTrue();
  }

  private static WeChatException refusal(String operation, ErrorCategory category, String errmsg) {
    Problem problem =
        new Problem(
            "wechat-error-token",
            Map.of("operation", operation, "errcode", "1010005", "errmsg", errmsg));
    return new WeChatException(problem, category, operation, 1010005, false, null);
  }
}
