package com.wechaterp.hub.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;

import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Duration;
import java.util.Map;
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
    Map<String, Object> other = Orders.document("order_price", 1500L);
    other.put("discounted_price", 200L);
    refused(other, OrderRefused.Kind.CONFLICT);
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
}
