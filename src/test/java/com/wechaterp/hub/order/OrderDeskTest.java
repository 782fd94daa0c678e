package com.wechaterp.hub.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.testing.MovableClock;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkPriority;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderDeskTest {

  private final MovableClock clock = new MovableClock();
  private final FalteringOrders wechat = new FalteringOrders();
  private final OrderHub hub = new OrderHub(wechat, clock, Duration.ofSeconds(5));

  @AfterEach
  void close() throws IOException {
    hub.close();
  }

  private OrderAnswer place(Map<String, Object> body) {
    return hub.desk.place("main", body);
  }

  private OrderRefused refused(Map<String, Object> body, OrderRefused.Kind kind) {
    OrderRefused refused = catchThrowableOfType(OrderRefused.class, () -> place(body));
    assertThat(refused.kind()).isEqualTo(kind);
    return refused;
  }

  @Test
  void answersWithTheCashiersParametersAfterTwoCalls() {
    OrderAnswer answer = place(Orders.document());

    assertThat(wechat.sent).containsExactly("shop/order/add", "shop/order/getpaymentparams");
    assertThat(answer.pending()).isNull();
    assertThat(answer.fields())
        .containsEntry("order_id", "77")
        .containsEntry("status", 10)
        .containsEntry("order_price", 1600L)
        .containsEntry("payment_params", Map.of("package", "prepay_id=2"));
  }

  @Test
  void answersWithTheTicketOfTheOlderContract() {
    OrderAnswer answer = place(ordinary());

    assertThat(wechat.sent).containsExactly("shop/order/add");
    assertThat(answer.fields()).containsEntry("ticket", "ticket-1");
  }

  @Test
  void givesTheSameAnswerAgainWithoutACall() {
    Map<String, Object> first = place(Orders.document()).fields();
    Map<String, Object> otherOrderOfFields = new java.util.TreeMap<>(Orders.document());

    Map<String, Object> second = place(otherOrderOfFields).fields();

    assertThat(second.toString()).isEqualTo(first.toString());
    assertThat(wechat.sent).hasSize(2);
  }

  @Test
  void refusesAnotherOrderOfTheSameId() {
    place(Orders.document());

    OrderRefused refused =
        refused(Orders.document("path", "pages/other"), OrderRefused.Kind.CONFLICT);

    assertThat(refused.problem().code()).isEqualTo("order-request-differs");
    assertThat(wechat.sent).hasSize(2);
  }

  @Test
  void asksForNewParametersWhenTheOldOnesAreOld() {
    place(Orders.document());
    clock.forward(Duration.ofMinutes(31));

    OrderAnswer answer = place(Orders.document());

    assertThat(wechat.sent)
        .containsExactly(
            "shop/order/add", "shop/order/getpaymentparams", "shop/order/getpaymentparams");
    assertThat(answer.fields()).containsEntry("payment_params", Map.of("package", "prepay_id=3"));
  }

  @Test
  void givesNoParametersForAnOrderThatWasPaid() {
    place(Orders.document());
    wechat.status = 20;
    hub.push(null);

    OrderAnswer answer = place(Orders.document());

    assertThat(answer.fields())
        .containsEntry("status", 20)
        .containsEntry("status_name", "待发货")
        .containsEntry("transaction_id", "4200001")
        .doesNotContainKey("payment_params");
  }

  @Test
  void namesEverythingThatIsWrongAndSendsNothing() {
    Map<String, Object> body = Orders.document("order_price", 1700L);
    body.put("path", "");

    OrderRefused refused = refused(body, OrderRefused.Kind.RULES);

    assertThat(refused.findings())
        .extracting(Problem::code)
        .containsExactly("order-missing", "order-amount");
    assertThat(wechat.sent).isEmpty();
  }

  @Test
  void refusesFieldsItDoesNotKnowAndValuesOfAWrongType() {
    Map<String, Object> body = Orders.document("order_price", 16.00);
    body.put("recieved_by", "张三");
    body.put("tel_number", List.of("13800000001"));

    OrderRefused refused = refused(body, OrderRefused.Kind.MALFORMED);

    assertThat(refused.findings())
        .extracting(problem -> problem.facts().get("field"))
        .contains("order_price", "recieved_by", "tel_number");
    assertThat(refused.getMessage()).doesNotContain("张三", "13800000001");
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
  void forgetsTheAddressAsSoonAsWeChatHasTheOrder() {
    place(Orders.document());

    assertThat(hub.requests.wanted("main", "SO-1")).isNull();
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
  void knowsNoOrderNobodyAskedFor() {
    OrderRefused refused =
        catchThrowableOfType(OrderRefused.class, () -> hub.desk.ask("main", "SO-9"));

    assertThat(refused.kind()).isEqualTo(OrderRefused.Kind.UNKNOWN);
  }

  @Test
  void closesAnUnpaidOrderOnce() {
    place(Orders.document());

    hub.changes.close("main", "SO-1");
    OrderAnswer again = hub.changes.close("main", "SO-1");

    assertThat(again.fields()).containsEntry("status", 250);
    assertThat(wechat.sent).containsOnlyOnce("shop/order/close");
  }

  @Test
  void closesNoPaidOrder() {
    place(Orders.document());
    wechat.status = 20;

    OrderRefused refused =
        catchThrowableOfType(OrderRefused.class, () -> hub.changes.close("main", "SO-1"));

    assertThat(refused.problem().code()).isEqualTo("order-close-refused");
  }

  @Test
  void changesThePriceOnceAndThenGivesNewParameters() {
    place(Orders.document());
    Map<String, Object> prices =
        Map.of(
            "order_price",
            1500L,
            "freight",
            500L,
            "discounted_price",
            200L,
            "product_infos",
            List.of(priced("CUP"), priced("PLATE")));

    assertThat(hub.changes.price("main", "SO-1", prices).fields())
        .containsEntry("order_price", 1500L);
    assertThat(hub.desk.ask("main", "SO-1").fields())
        .containsEntry("payment_params", Map.of("package", "prepay_id=4"));

    Map<String, Object> more = new java.util.HashMap<>(prices);
    more.put("order_price", 1400L);
    more.put("discounted_price", 300L);
    OrderRefused refused =
        catchThrowableOfType(OrderRefused.class, () -> hub.changes.price("main", "SO-1", more));
    assertThat(refused.problem().code()).isEqualTo("order-price-once");
  }

  @Test
  void changesNoPriceThatDoesNotAddUp() {
    place(Orders.document());

    OrderRefused refused =
        catchThrowableOfType(
            OrderRefused.class,
            () ->
                hub.changes.price(
                    "main",
                    "SO-1",
                    Map.of("order_price", 1L, "product_infos", List.of(priced("CUP")))));

    assertThat(refused.kind()).isEqualTo(OrderRefused.Kind.RULES);
    assertThat(wechat.sent).doesNotContain("shop/order/change_price");
  }

  private static Map<String, Object> priced(String sku) {
    return Map.of("out_product_id", "P-" + sku, "out_sku_id", sku, "sale_price", 400L);
  }

  private static Map<String, Object> ordinary() {
    Map<String, Object> document = Orders.document("fund_type", 0L);
    document.put("prepay_id", "wx42");
    document.put("prepay_time", "2026-11-24 11:59:00");
    return document;
  }
}
