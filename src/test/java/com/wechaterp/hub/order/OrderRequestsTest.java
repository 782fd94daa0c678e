package com.wechaterp.hub.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkPriority;
import com.wechaterp.hub.work.WorkState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Orders whose answer is late or lost, and orders that come both ways. */
class OrderRequestsTest extends DeskFixture {

  @Test
  void tellsToAskLaterWhenWeChatCannotBeReached() {
    wechat.refuses = FalteringOrders.refusal("shop/order/add", 0, ErrorCategory.OUTAGE);

    OrderAnswer answer = place(Orders.document());

    assertThat(answer.pending()).isNotNull();
    verify(hub.work)
        .mark(eq(new WorkKey("orders", "main", "SO-1")), eq(WorkPriority.URGENT), any());
    hub.push(null);
    assertThat(hub.desk.ask("main", "SO-1").fields()).containsKey("payment_params");
    assertThat(wechat.sent)
        .containsExactly("shop/order/add", "shop/order/add", "shop/order/getpaymentparams");
  }

  @Test
  void doesNotAddAgainAfterALostAnswer() {
    wechat.losesTheAnswer = true;
    assertThat(place(Orders.document()).pending()).isNotNull();

    OrderAnswer answer = place(Orders.document());

    assertThat(answer.fields()).containsKey("payment_params");
    assertThat(wechat.sent).containsExactly("shop/order/add", "shop/order/getpaymentparams");
  }

  @Test
  void keepsTheTicketOfAnOrderTheFlowSentLater() {
    wechat.refuses = FalteringOrders.refusal("shop/order/add", 0, ErrorCategory.OUTAGE);
    place(ordinary());
    hub.push(null);

    assertThat(hub.desk.ask("main", "SO-1").fields()).containsEntry("ticket", "ticket-1");
  }

  @Test
  void answersWithinTheCallersPatienceAndGoesOn() {
    OrderHub hasty = new OrderHub(wechat, clock, Duration.ofMillis(50));
    wechat.holdsBack = new CountDownLatch(1);

    OrderAnswer answer = hasty.desk.place("main", Orders.document());

    assertThat(answer.pending()).isNotNull();
    assertThat(answer.pending().code()).isEqualTo("order-pending");
    assertThat(hasty.desk.ask("main", "SO-1").pending()).isNotNull();
    wechat.holdsBack.countDown();
    await().until(() -> hasty.requests.find("main", "SO-1").orElseThrow().answer() != null);
    assertThat(hasty.desk.ask("main", "SO-1").fields()).containsKey("payment_params");
    assertThat(wechat.sent).containsExactly("shop/order/add", "shop/order/getpaymentparams");
  }

  @Test
  void takesOverWhatAKilledHubLeft() {
    hub.requests.claim("main", "SO-1", "fingerprint", Orders.document());
    clock.forward(Duration.ofMinutes(1));

    hub.flow.findRequests();

    verify(hub.work).mark(eq(new WorkKey("orders", "main", "SO-1")), anyInt(), any());
    hub.push(null);
    assertThat(wechat.sent).containsExactly("shop/order/add");
  }

  @Test
  void doesNotAddAnOrderThatCameFromTheErpFirst() {
    hub.push(Orders.open());

    OrderAnswer answer = place(Orders.document());

    assertThat(answer.fields()).containsKey("payment_params");
    assertThat(wechat.sent).containsExactly("shop/order/add", "shop/order/getpaymentparams");
    refused(Orders.repriced(), OrderRefused.Kind.CONFLICT);
  }

  @Test
  void doesNotAddAnOrderAgainThatAppearsInTheErpLater() {
    place(Orders.document());

    hub.push(Orders.open());

    assertThat(wechat.sent).containsExactly("shop/order/add", "shop/order/getpaymentparams");
  }

  @Test
  void takesABetterRequestAfterWeChatRefusedOne() {
    wechat.refuses = FalteringOrders.refusal("shop/order/add", 1010005, ErrorCategory.PERMANENT);
    refused(Orders.document(), OrderRefused.Kind.RULES);
    assertThat(catchThrowableOfType(OrderRefused.class, () -> hub.desk.ask("main", "SO-1")).kind())
        .isEqualTo(OrderRefused.Kind.RULES);

    OrderAnswer answer = place(Orders.document("path", "pages/better"));

    assertThat(answer.fields()).containsKey("payment_params");
  }

  @Test
  void forgetsTheAddressOfAnOrderItFindsAtWeChat() {
    wechat.losesTheAnswer = true;
    place(Orders.document());
    clock.forward(Duration.ofMinutes(1));
    assertThat(hub.requests.openFor(Duration.ZERO)).hasSize(1);

    hub.push(null);

    assertThat(hub.requests.wanted("main", "SO-1")).isNull();
    assertThat(hub.requests.openFor(Duration.ZERO)).isEmpty();
  }

  @Test
  void takesABetterRequestAfterWeChatRefusedTheFlow() {
    wechat.refuses = FalteringOrders.refusal("shop/order/add", 0, ErrorCategory.OUTAGE);
    place(Orders.document());
    wechat.refuses = FalteringOrders.refusal("shop/order/add", 1010005, ErrorCategory.PERMANENT);
    assertThat(catchThrowableOfType(WeChatException.class, () -> hub.push(null))).isNotNull();

    assertThat(asked().kind()).isEqualTo(OrderRefused.Kind.RULES);
    assertThat(place(Orders.document("path", "pages/better")).fields())
        .containsKey("payment_params");
  }

  @Test
  void tellsThatAnOrderBrokeARuleWhileItWaited() {
    Map<String, Object> body =
        Orders.document("expire_time", clock.instant().plusSeconds(1200).getEpochSecond());
    wechat.refuses = FalteringOrders.refusal("shop/order/add", 0, ErrorCategory.OUTAGE);
    place(body);
    clock.forward(Duration.ofHours(1));
    HoldException hold = catchThrowableOfType(HoldException.class, () -> hub.push(null));

    assertThat(asked().problem()).isEqualTo(hold.problem());
    assertThat(wechat.sent).containsExactly("shop/order/add");
  }

  @Test
  void keepsARequestOpenThatWeChatMayTakeLater() {
    wechat.refuses = FalteringOrders.refusal("shop/order/add", 0, ErrorCategory.OUTAGE);
    place(Orders.document());
    wechat.refuses = FalteringOrders.refusal("shop/order/add", 0, ErrorCategory.OUTAGE);
    assertThat(catchThrowableOfType(WeChatException.class, () -> hub.push(null))).isNotNull();

    assertThat(hub.desk.ask("main", "SO-1").pending()).isNotNull();
    assertThat(hub.requests.wanted("main", "SO-1")).isNotNull();
  }

  @Test
  void wakesNoRequestThatIsOnTheWorkListAlready() {
    WorkKey key = new WorkKey("orders", "main", "SO-1");
    hub.requests.claim("main", "SO-1", "fingerprint", Orders.document());
    clock.forward(Duration.ofMinutes(1));
    when(hub.work.find(key))
        .thenReturn(
            Optional.of(new WorkState(key, "held", 50, 3, "asked", clock.instant(), null, null)));

    hub.flow.findRequests();

    verify(hub.work, never()).mark(any(), anyInt(), any());
  }

  private OrderRefused asked() {
    return catchThrowableOfType(OrderRefused.class, () -> hub.desk.ask("main", "SO-1"));
  }
}
