package com.wechaterp.hub.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderPlannerTest {

  private static final OrderLink UNKNOWN = OrderLink.unknown("main", "SO-1");
  private static final OrderLink LINKED = UNKNOWN.seen("77", 10);

  private static Plan plan(@Nullable Order wanted, @Nullable KnownOrder known) {
    return plan(wanted, known == null ? UNKNOWN : LINKED, known);
  }

  private static Plan plan(@Nullable Order wanted, OrderLink link, @Nullable KnownOrder known) {
    return OrderPlanner.plan(wanted, link, known, Orders.NOW);
  }

  private static List<String> calls(Plan plan) {
    assertThat(plan.hold()).isNull();
    return plan.calls().stream().map(Call::operation).toList();
  }

  private static String held(Plan plan, Release release) {
    assertThat(plan.calls()).isEmpty();
    assertThat(plan.hold()).isNotNull();
    assertThat(plan.hold().release()).isEqualTo(release);
    return plan.hold().reason().code();
  }

  @Test
  void addsAnOrderWeChatDoesNotHave() {
    assertThat(calls(plan(Orders.open(), null))).containsExactly("shop/order/add");
  }

  @Test
  void addsAndPaysAnOrderThatWasPaidBeforeItWasSeen() {
    assertThat(calls(plan(Orders.ended(0, PaymentAction.PAID), null)))
        .containsExactly("shop/order/add", "shop/order/pay");
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "CANCELLED_BY_USER", "TIMED_OUT", "CANCELLED_BY_MERCHANT"})
  void sendsNoOrderThatHasEndedAlready(PaymentAction action) {
    assertThat(calls(plan(Orders.ended(1, action), null))).isEmpty();
  }

  @Test
  void sendsNoOrderOfYesterdayTheHubNeverSaw() {
    Order old =
        Orders.order(Orders.document("create_time", Orders.NOW.minus(Duration.ofHours(25))));

    assertThat(calls(plan(old, null))).isEmpty();
  }

  @Test
  void holdsAnOrderWhoseAmountsDoNotAddUp() {
    Plan plan = plan(Orders.order(Orders.document("order_price", 1700L)), null);

    assertThat(held(plan, Release.ERP_CHANGE)).isEqualTo("order-amount");
    assertThat(plan.hold().reason().sentence(Language.EN))
        .contains("2×4.00 + 1×4.00 = 12.00", "freight 5.00", "discount 1.00")
        .contains("make 16.00 yuan, but order_price is 17.00 yuan (1.00 off)");
  }

  @Test
  void doesNothingWhenBothSidesAgree() {
    assertThat(calls(plan(Orders.open(), Orders.known(10, 1600)))).isEmpty();
    assertThat(calls(plan(Orders.ended(1, PaymentAction.PAID), Orders.known(20, 1600)))).isEmpty();
    assertThat(calls(plan(Orders.ended(1, PaymentAction.TIMED_OUT), Orders.known(181, 1600))))
        .isEmpty();
  }

  @Test
  void leavesAnOrderAloneThatOnlyWeChatHas() {
    assertThat(calls(plan(null, Orders.known(10, 1600)))).isEmpty();
  }

  @Test
  void holdsAnEventAboutAnOrderNobodyHas() {
    assertThat(held(plan(null, null), Release.ERP_CHANGE)).isEqualTo("order-unknown");
  }

  @Test
  void doesNotCreateAnOrderTwiceThatWeChatLost() {
    assertThat(held(plan(Orders.open(), LINKED, null), Release.PERSON)).isEqualTo("order-gone");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 11})
  void tellsWeChatOfThePaymentOfAnOrdinaryOrder(int status) {
    assertThat(calls(plan(Orders.ended(0, PaymentAction.PAID), Orders.known(status, 1600))))
        .containsExactly("shop/order/pay");
  }

  @Test
  void holdsAPaymentWithoutItsTransaction() {
    Map<String, Object> document = Orders.document("fund_type", 0L);
    document.put("action_type", 1L);
    Plan plan = plan(Orders.order(document), Orders.known(10, 1600));

    assertThat(held(plan, Release.ERP_CHANGE)).isEqualTo("order-rules");
    assertThat(plan.hold().reason().sentence(Language.EN)).contains("transaction_id", "pay_time");
  }

  @Test
  void neverTellsThePaymentOfAnOrderPaidThroughWeChat() {
    assertThat(
            held(
                plan(Orders.ended(1, PaymentAction.PAID), Orders.known(10, 1600)),
                Release.ERP_CHANGE))
        .isEqualTo("order-paid-elsewhere");
    assertThat(held(plan(Orders.ended(1, PaymentAction.PAID), null), Release.ERP_CHANGE))
        .isEqualTo("order-paid-elsewhere");
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "CANCELLED_BY_USER", "TIMED_OUT", "CANCELLED_BY_MERCHANT"})
  void closesAnUnpaidOrderThatEndedInTheErp(PaymentAction action) {
    KnownOrder unpaid = Orders.known(10, 1600);

    assertThat(calls(plan(Orders.ended(1, action), unpaid))).containsExactly("shop/order/close");
    assertThat(calls(plan(Orders.ended(0, action), unpaid))).containsExactly("shop/order/pay");
  }

  @Test
  void waitsWhileTheBuyerIsAtTheCashier() {
    Plan plan = plan(Orders.ended(1, PaymentAction.TIMED_OUT), Orders.known(11, 1600));

    assertThat(held(plan, Release.TIME)).isEqualTo("order-being-paid");
    assertThat(plan.hold().until()).isEqualTo(Orders.NOW.plusSeconds(60));
  }

  @Test
  void changesThePriceOnce() {
    KnownOrder dearer = Orders.known(10, 1800);

    assertThat(calls(plan(Orders.open(), dearer))).containsExactly("shop/order/change_price");
    Plan again = plan(Orders.open(), LINKED.withPriceChanged(), dearer);
    assertThat(held(again, Release.ERP_CHANGE)).isEqualTo("order-price-twice");
    assertThat(again.hold().reason().sentence(Language.EN)).contains("16.00", "18.00");
  }

  @Test
  void sendsNoPriceThatDoesNotAddUp() {
    Order wrong = Orders.order(Orders.document("discounted_price", 0L));

    assertThat(held(plan(wrong, Orders.known(10, 1700)), Release.ERP_CHANGE))
        .isEqualTo("order-amount");
  }

  @Test
  void holdsAnOrderWhoseGoodsChanged() {
    Order other =
        Orders.order(Orders.document("product_infos", List.of(Orders.line("CUP", 3, 400))));

    assertThat(held(plan(other, Orders.known(10, 1600)), Release.ERP_CHANGE))
        .isEqualTo("order-lines-differ");
  }

  @ParameterizedTest
  @ValueSource(ints = {181, 250})
  void asksAPersonAboutAPaymentForAnOrderWeChatClosed(int status) {
    assertThat(
            held(
                plan(Orders.ended(0, PaymentAction.PAID), Orders.known(status, 1600)),
                Release.PERSON))
        .isEqualTo("order-paid-but-closed");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 21, 30, 100})
  void asksAPersonAboutAPaidOrderTheErpClosed(int status) {
    assertThat(
            held(
                plan(Orders.ended(1, PaymentAction.TIMED_OUT), Orders.known(status, 1600)),
                Release.PERSON))
        .isEqualTo("order-closed-but-paid");
  }

  @Test
  void takesARefundedOrderForClosed() {
    assertThat(calls(plan(Orders.ended(1, PaymentAction.CANCELLED), Orders.known(200, 1600))))
        .isEmpty();
  }

  @Test
  void doesNotGuessWhatANewStateMeans() {
    Plan plan = plan(Orders.open(), Orders.known(42, 1600));

    assertThat(held(plan, Release.PERSON)).isEqualTo("order-state-unknown");
    assertThat(plan.hold().reason().sentence(Language.EN)).contains("42");
  }
}
