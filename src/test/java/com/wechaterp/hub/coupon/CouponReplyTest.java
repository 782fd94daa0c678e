package com.wechaterp.hub.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.inbox.EventAnswer;
import com.wechaterp.hub.inbox.InboundEvent;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CouponReplyTest {

  private static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");
  private static final String EVENT = "open_product_receive_coupon";

  private final Erp erp = mock(Erp.class);
  private final WorkList work = mock(WorkList.class);
  private final CouponReply reply = new CouponReply(erp, work, Clock.fixed(NOW, ZoneOffset.UTC));

  private EventAnswer answer() {
    return reply.answer(
        InboundEvent.of(
            "main",
            Map.of(
                "Event", EVENT,
                "FromUserName", "buyer",
                "out_coupon_id", "c1",
                "request_id", "r1")));
  }

  @Test
  void refusesWhereTheErpHandsOutNoCoupons() {
    Map<String, Object> document = answer().document();

    assertThat(document)
        .containsEntry("request_id", "r1")
        .containsEntry("out_coupon_id", "c1")
        .containsEntry("ret_code", 1)
        .containsEntry("out_user_coupon_id", "");
    assertThat((String) document.get("ret_msg")).contains("hands out no coupons");
    verify(erp, never()).write(anyString(), any());
  }

  @Test
  void givesWhatTheErpDecidedAndSendsItOn() {
    when(erp.has(anyString())).thenReturn(true);
    when(erp.read("coupon-claims", "r1"))
        .thenReturn(Optional.of(Map.of("out_user_coupon_id", "u1")));

    assertThat(answer().document())
        .containsEntry("ret_code", 0)
        .containsEntry("out_user_coupon_id", "u1");
    verify(erp)
        .write(
            "coupon-claim",
            Map.of(
                "request_id", "r1",
                "out_coupon_id", "c1",
                "openid", "buyer",
                "claimed_at", NOW));
    verify(work).mark(eq(new WorkKey("user-coupons", "main", "u1")), anyInt(), anyString());
  }

  @Test
  void answersWeChatsTestWithoutAskingTheErp() {
    EventAnswer answer =
        reply.answer(
            InboundEvent.of(
                "main",
                Map.of(
                    "Event", EVENT,
                    "FromUserName", "oWeChatTeam",
                    "out_coupon_id", "test_coupon",
                    "request_id", "test_coupon_request_id")));

    assertThat(answer.document())
        .containsEntry("ret_code", 0)
        .containsEntry("out_coupon_id", "test_coupon")
        .containsEntry("request_id", "test_coupon_request_id")
        .containsEntry("out_user_coupon_id", "test_coupon_user_coupon_id");
    verify(erp, never()).write(anyString(), any());
    verify(work, never()).mark(any(WorkKey.class), anyInt(), anyString());
  }

  @Test
  void refusesWhereNoCouponIsLeft() {
    when(erp.has(anyString())).thenReturn(true);
    when(erp.read("coupon-claims", "r1")).thenReturn(Optional.empty());

    assertThat(answer().document()).containsEntry("ret_code", 1);
    verifyNoInteractions(work);
  }
}
