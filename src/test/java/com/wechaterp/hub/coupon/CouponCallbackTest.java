package com.wechaterp.hub.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.testing.MovableClock;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CouponCallbackTest {

  private static final String CONFIRM = "shop/coupon/confirm";

  private final HikariDataSource database = HubDatabase.h2();
  private final MovableClock clock = new MovableClock();
  private final WeChat wechat = mock(WeChat.class);
  private final CouponCallback callback =
      new CouponCallback(wechat, JdbcClient.create(database), clock);

  @AfterEach
  void closes() {
    database.close();
  }

  private static WeChatException refusal(int errcode, ErrorCategory category) {
    return new WeChatException(
        Problem.of("wechat-error-perm"), category, CONFIRM, errcode, false, null);
  }

  @Test
  void confirmsOnceADayForEachAccount() {
    callback.require("main");
    callback.require("main");
    callback.require("other");

    verify(wechat, times(1)).call("main", CONFIRM, Map.of());
    verify(wechat, times(1)).call("other", CONFIRM, Map.of());
    clock.forward(Duration.ofDays(1));
    callback.require("main");
    verify(wechat, times(2)).call("main", CONFIRM, Map.of());
  }

  @Test
  void holdsCouponsUntilWeChatGetsItsAnswer() {
    when(wechat.call("main", CONFIRM, Map.of()))
        .thenThrow(refusal(1090032, ErrorCategory.PERMANENT))
        .thenReturn(Map.of());

    HoldException hold = catchThrowableOfType(HoldException.class, () -> callback.require("main"));

    assertThat(hold.problem().code()).isEqualTo("coupon-callback");
    assertThat(hold.hold().release()).isEqualTo(Release.TIME);
    assertThat(hold.hold().until()).isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
    callback.require("main");
    callback.require("main");
    verify(wechat, times(2)).call("main", CONFIRM, Map.of());
  }

  @Test
  void leavesAnOutageToTheFlow() {
    when(wechat.call("main", CONFIRM, Map.of())).thenThrow(refusal(0, ErrorCategory.OUTAGE));

    assertThat(catchThrowableOfType(WeChatException.class, () -> callback.require("main")))
        .isNotNull();
  }
}
