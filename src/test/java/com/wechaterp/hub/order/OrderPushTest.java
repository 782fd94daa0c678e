package com.wechaterp.hub.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.link.OrderStatus;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.testing.MovableClock;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkKey;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** The steps of {@code orders-push} as the route runs them, against a WeChat that can falter. */
class OrderPushTest {

  private static final WorkKey ORDER = new WorkKey("orders", "main", "SO-1");
  private static final WorkKey PAYMENT = new WorkKey("payments", "main", "SO-1");

  private final FalteringOrders wechat = new FalteringOrders();
  private final OrderHub hub = new OrderHub(wechat, new MovableClock(), Duration.ofSeconds(5));

  @AfterEach
  void close() throws IOException {
    hub.close();
  }

  @Test
  void addsAnOrderOnceHoweverOftenItIsLookedAt() {
    hub.push(Orders.open());
    hub.push(Orders.open());

    assertThat(wechat.sent).containsExactly("shop/order/add");
    assertThat(hub.link().orderId()).isEqualTo("77");
    assertThat(hub.link().status()).isEqualTo(OrderStatus.WAITING_PAYMENT);
  }

  @Test
  void doesNotAddAgainWhatArrivedWithoutAnAnswer() {
    losesTheAnswerTo(Orders.open());

    hub.push(Orders.open());

    assertThat(wechat.sent).containsExactly("shop/order/add");
    assertThat(hub.link().exists()).isTrue();
  }

  @Test
  void leavesAnOrderToTheAccountThatTookIt() {
    hub.links.save(OrderLink.unknown("second", "SO-1"));

    hub.push(Orders.open());

    assertThat(wechat.sent).isEmpty();
    verify(hub.work).mark(eq(new WorkKey("orders", "second", "SO-1")), anyInt(), any());
  }

  @Test
  void holdsAnEventOfAnOrderThatNeitherTheErpNorTheHubKnows() {
    HoldException hold = catchThrowableOfType(HoldException.class, () -> hub.push(null));

    assertThat(hold.problem().code()).isEqualTo("order-unknown");
    assertThat(hold.hold().release()).isEqualTo(Release.ERP_CHANGE);
  }

  @Test
  void doesNothingAboutAnEventOfAnOrderThatIsOlderThanTheHub() {
    hub.push(
        Orders.order(
            Orders.document(
                "create_time", new MovableClock().instant().minus(Duration.ofDays(2)))));

    assertThat(wechat.sent).isEmpty();
    assertThat(hub.link().isStored()).isFalse();
    verify(hub.erp, never()).write(any(), any());
  }

  @Test
  void addsAgainWhatDidNotArrive() {
    wechat.refuses = FalteringOrders.refusal("shop/order/add", 0, ErrorCategory.OUTAGE);
    assertThat(catchThrowableOfType(WeChatException.class, () -> hub.push(Orders.open())))
        .isNotNull();

    hub.push(Orders.open());

    assertThat(wechat.sent).containsExactly("shop/order/add", "shop/order/add");
  }

  @Test
  void doesNotPayTwiceAfterALostAnswer() {
    hub.push(Orders.ended(0, PaymentAction.OPEN));
    losesTheAnswerTo(Orders.ended(0, PaymentAction.PAID));

    hub.push(Orders.ended(0, PaymentAction.PAID));

    assertThat(wechat.sent).containsExactly("shop/order/add", "shop/order/pay");
  }

  @Test
  void doesNotChangeThePriceAgainAfterALostAnswer() {
    hub.push(Orders.open());
    losesTheAnswerTo(cheaper());

    hub.push(cheaper());

    assertThat(wechat.sent).containsExactly("shop/order/add", "shop/order/change_price");
    assertThat(hub.link().priceChanged()).isTrue();
    assertThat(hub.link().orderPrice()).isEqualTo(1500);
  }

  @Test
  void changesThePriceAgainWhenTheFirstTryNeverArrived() {
    hub.push(Orders.open());
    wechat.refuses = FalteringOrders.lost("shop/order/change_price");
    assertThat(catchThrowableOfType(WeChatException.class, () -> hub.push(cheaper()))).isNotNull();

    hub.push(cheaper());

    assertThat(wechat.price).isEqualTo(1500);
    assertThat(hub.link().priceChanged()).isTrue();
  }

  @Test
  void plansAnewWhenALostChangeOfPriceArrivesLate() {
    hub.push(Orders.open());
    wechat.meanwhile = () -> wechat.price = 1500;
    wechat.refuses =
        FalteringOrders.refusal("shop/order/change_price", 990022, ErrorCategory.PERMANENT);

    hub.push(cheaper());

    verify(hub.work).mark(eq(ORDER), anyInt(), any());
    assertThat(hub.link().priceChanged()).isTrue();
  }

  @Test
  void remembersThatWeChatChangesThePriceNoMore() {
    hub.push(Orders.open());
    wechat.refuses =
        FalteringOrders.refusal("shop/order/change_price", 990022, ErrorCategory.PERMANENT);
    assertThat(catchThrowableOfType(WeChatException.class, () -> hub.push(cheaper()))).isNotNull();

    HoldException hold = catchThrowableOfType(HoldException.class, () -> hub.push(cheaper()));

    assertThat(hold.problem().code()).isEqualTo("order-price-twice");
    assertThat(wechat.sent).containsOnlyOnce("shop/order/change_price");
  }

  @Test
  void givesTheChangeOfPriceBackThatWeChatRefused() {
    hub.push(Orders.open());
    wechat.refuses =
        FalteringOrders.refusal("shop/order/change_price", 1010040, ErrorCategory.PERMANENT);

    assertThat(catchThrowableOfType(WeChatException.class, () -> hub.push(cheaper()))).isNotNull();
    assertThat(hub.link().priceChanged()).isFalse();
  }

  @Test
  void tellsTheErpTheIdTheStateAndTheTicket() {
    hub.push(Orders.ended(0, PaymentAction.OPEN));

    assertThat(told("order-state"))
        .containsEntry("order_id", "77")
        .containsEntry("status", 10)
        .containsEntry("status_name", "待付款")
        .containsEntry("ticket", "ticket-1")
        .containsEntry("ticket_expire_time", Instant.parse("2026-11-25T04:00:00Z"));
  }

  @Test
  void tellsTheSameNewsOnce() {
    hub.push(Orders.open());
    hub.push(Orders.open());
    verify(hub.erp, times(1)).write(eq("order-state"), any());

    wechat.status = 20;
    hub.push(Orders.ended(1, PaymentAction.PAID));
    verify(hub.erp, times(2)).write(eq("order-state"), any());
  }

  @Test
  void closesAnOrderInTheErpThatRanOutOfTimeAtWeChat() {
    hub.push(Orders.open());
    wechat.status = 181;

    hub.push(Orders.open());

    assertThat(told("order-closed"))
        .containsEntry("status", 181)
        .containsEntry("status_name", "超时未支付取消");
    assertThat(wechat.sent).containsExactly("shop/order/add");
  }

  @Test
  void closesNothingInTheErpThatEndedThereFirst() {
    hub.push(Orders.open());

    hub.push(Orders.ended(1, PaymentAction.TIMED_OUT));

    assertThat(wechat.sent).containsExactly("shop/order/add", "shop/order/close");
    verify(hub.erp, never()).write(eq("order-closed"), any());
  }

  @Test
  void tellsTheErpTheStateOfAnOrderItHolds() {
    hub.push(Orders.open());
    wechat.status = 20;
    Order closed = Orders.ended(1, PaymentAction.TIMED_OUT);

    HoldException hold = catchThrowableOfType(HoldException.class, () -> hub.push(closed));

    assertThat(hold.problem().code()).isEqualTo("order-closed-but-paid");
    assertThat(told("order-state")).containsEntry("status", 20);
  }

  @Test
  void wakesThePaymentsOfAnOrderTheErpDoesNotKnowToBePaid() {
    hub.push(Orders.open());
    wechat.status = 20;
    hub.push(Orders.open());
    hub.push(Orders.open());

    // Once for the change of state, and at each look as long as the ERP says otherwise.
    verify(hub.work, times(3)).mark(eq(PAYMENT), anyInt(), any());
  }

  @Test
  void plansAnewWhenTheBuyerPaysWhileItCloses() {
    hub.push(Orders.open());
    wechat.meanwhile = () -> wechat.status = 20;
    wechat.refuses = FalteringOrders.refusal("shop/order/close", 100000, ErrorCategory.PERMANENT);

    hub.push(Orders.ended(1, PaymentAction.TIMED_OUT));

    verify(hub.work).mark(eq(ORDER), anyInt(), any());
    assertThat(hub.link().status()).isEqualTo(OrderStatus.WAITING_SHIPMENT);
  }

  @Test
  void holdsWhatWeChatRefusesThoughNothingMoved() {
    hub.push(Orders.open());
    wechat.refuses = FalteringOrders.refusal("shop/order/close", 100000, ErrorCategory.PERMANENT);
    Order closed = Orders.ended(1, PaymentAction.TIMED_OUT);

    WeChatException refusal = catchThrowableOfType(WeChatException.class, () -> hub.push(closed));

    assertThat(refusal.errcode()).isEqualTo(100000);
    verify(hub.work, never()).mark(eq(ORDER), anyInt(), any());
  }

  @Test
  void doesNotAskWeChatAboutFinishedOrdersItNeverSent() {
    FalteringOrders nobody = new FalteringOrders();
    nobody.refuses = FalteringOrders.refusal("shop/order/get", 1, ErrorCategory.PERMANENT);

    hub.push(Orders.ended(1, PaymentAction.CANCELLED));

    assertThat(hub.link().isStored()).isFalse();
    verify(hub.erp, never()).write(any(), any());
  }

  private static Order cheaper() {
    Map<String, Object> document = Orders.document("order_price", 1500L);
    document.put("discounted_price", 200L);
    return Orders.order(document);
  }

  private void losesTheAnswerTo(@Nullable Order wanted) {
    wechat.losesTheAnswer = true;
    WeChatException lost = catchThrowableOfType(WeChatException.class, () -> hub.push(wanted));
    assertThat(lost.outcomeUnknown()).isTrue();
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> told(String port) {
    ArgumentCaptor<Map<String, Object>> values = ArgumentCaptor.forClass(Map.class);
    verify(hub.erp, org.mockito.Mockito.atLeastOnce()).write(eq(port), values.capture());
    return values.getValue();
  }
}
