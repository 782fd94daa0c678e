package com.wechaterp.hub.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.LinksOf;
import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.order.ErpOrders;
import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.order.Order;
import com.wechaterp.hub.order.OrderPrice;
import com.wechaterp.hub.order.OrderSettings;
import com.wechaterp.hub.order.OrderState;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class PaymentFlowTest {

  private static final Instant PAID_AT = Instant.parse("2026-11-24T04:05:00Z");

  private final HikariDataSource database = HubDatabase.h2();
  private final OrderLinks links = LinksOf.orders(database);
  private final OrderState state = mock(OrderState.class);
  private final ErpOrders orders = mock(ErpOrders.class);
  private final Order ofTheErp = mock(Order.class);
  private final Erp erp = mock(Erp.class);
  private final WorkList work = mock(WorkList.class);
  private final PaymentFlow flow =
      new PaymentFlow(
          new OrderSettings(Duration.ofMinutes(30), Duration.ZERO, Duration.ofSeconds(4)),
          links,
          state,
          orders,
          new StaticListableBeanFactory(Map.of("erp", erp)).getBeanProvider(Erp.class),
          work,
          mock(Timeline.class),
          Clock.systemUTC());

  @BeforeEach
  void begin() {
    when(erp.has("order-paid")).thenReturn(true);
    when(orders.readable()).thenReturn(true);
    links.save(
        OrderLink.unknown("main", "SO-1")
            .wanted("buyer", 1, 1600, null)
            .seen("77", 10)
            .told("digest"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void known(int status) {
    when(state.look("payments", "main", "SO-1", "buyer"))
        .thenReturn(
            Optional.of(
                new KnownOrder(
                    "77", "SO-1", "buyer", status, 1, List.of(), 1600, "4200001", PAID_AT, 1, false,
                    List.of(), List.of(), Map.of())));
  }

  private String held() {
    HoldException hold = catchThrowableOfType(HoldException.class, () -> flow.take("main", "SO-1"));
    return hold.problem().code();
  }

  @Test
  void tellsTheErpOfAPayment() {
    known(20);
    when(erp.write(eq("order-paid"), any())).thenReturn(1);

    flow.take("main", "SO-1");

    verify(erp)
        .write(
            "order-paid",
            Map.of(
                "out_order_id", "SO-1",
                "order_id", "77",
                "order_price", 1600L,
                "transaction_id", "4200001",
                "pay_time", PAID_AT));
  }

  @Test
  void tellsNothingBeforeWeChatSaysPaid() {
    known(11);

    flow.take("main", "SO-1");

    verify(erp, never()).write(any(), any());
  }

  @Test
  void letsTheErpHearOfAnOrderItWasNeverToldOf() {
    links.change("main", "SO-1", link -> link.told(""));
    known(10);

    flow.take("main", "SO-1");

    verify(work).mark(eq(new WorkKey("orders", "main", "SO-1")), anyInt(), any());
  }

  @Test
  void isDoneWhenTheErpSaysPaidAlready() {
    known(20);
    when(orders.find("SO-1")).thenReturn(ofTheErp);
    when(ofTheErp.paid()).thenReturn(true);

    flow.take("main", "SO-1");

    verify(work, never()).mark(any(), anyInt(), any());
  }

  @Test
  void holdsAPaymentTheErpDidNotTake() {
    known(20);
    when(orders.find("SO-1")).thenReturn(ofTheErp);
    when(orders.findIfReadable("SO-1")).thenReturn(ofTheErp);
    when(ofTheErp.open()).thenReturn(true);
    when(ofTheErp.price()).thenReturn(new OrderPrice(1600, 0, 0, 0, ""));

    assertThat(held()).isEqualTo("order-paid-not-taken");
  }

  @Test
  void holdsAPaymentThatNoRowTookWhereTheErpCannotBeAsked() {
    when(orders.readable()).thenReturn(false);
    known(20);

    assertThat(held()).isEqualTo("order-paid-unconfirmed");
  }

  @Test
  void takesNoRowForTheAnswerToARepeat() {
    when(orders.readable()).thenReturn(false);
    known(20);
    when(erp.write(eq("order-paid"), any())).thenReturn(1, 0);
    flow.take("main", "SO-1");

    assertThatCode(() -> flow.take("main", "SO-1")).doesNotThrowAnyException();
  }

  @Test
  void asksForNoRowWhereThePackSaysThatNoneIsNeeded() {
    when(orders.readable()).thenReturn(false);
    when(erp.mayChangeNothing("order-paid")).thenReturn(true);
    known(20);

    assertThatCode(() -> flow.take("main", "SO-1")).doesNotThrowAnyException();
  }

  @Test
  void holdsAPaymentOfAnotherAmountThanTheOpenOrderCostsInTheErp() {
    known(20);
    when(orders.findIfReadable("SO-1")).thenReturn(ofTheErp);
    when(ofTheErp.open()).thenReturn(true);
    when(ofTheErp.price()).thenReturn(new OrderPrice(1500, 0, 0, 0, ""));

    HoldException hold = catchThrowableOfType(HoldException.class, () -> flow.take("main", "SO-1"));

    assertThat(hold.problem().code()).isEqualTo("order-paid-other-price");
    assertThat(hold.problem().facts())
        .containsEntry("found", "15.00")
        .containsEntry("known", "16.00");
    verify(erp, never()).write(any(), any());
  }

  @Test
  void holdsAPaymentForAnOrderTheErpDoesNotHave() {
    known(20);

    assertThat(held()).isEqualTo("order-unknown");
  }

  @Test
  void leavesItToTheOrdersFlowThatTheErpClosedAPaidOrder() {
    known(20);
    when(orders.find("SO-1")).thenReturn(ofTheErp);
    when(ofTheErp.closed()).thenReturn(true);

    flow.take("main", "SO-1");

    verify(work).mark(eq(new WorkKey("orders", "main", "SO-1")), anyInt(), any());
  }

  @Test
  void findsTheBuyerInTheErpWhenTheHubNeverSawTheOrder() {
    when(orders.find("SO-2")).thenReturn(ofTheErp);
    when(ofTheErp.openid()).thenReturn("somebody");

    flow.take("main", "SO-2");

    verify(state).look("payments", "main", "SO-2", "somebody");
  }

  @Test
  void holdsAnEventAboutAnOrderNobodyHas() {
    HoldException hold = catchThrowableOfType(HoldException.class, () -> flow.take("main", "SO-3"));

    assertThat(hold.problem().code()).isEqualTo("order-unknown");
  }

  @Test
  void asksAgainAboutOrdersNobodyAskedAboutForAWhile() {
    flow.findUnpaid();

    verify(work).mark(eq(new WorkKey("payments", "main", "SO-1")), anyInt(), any());
  }
}
