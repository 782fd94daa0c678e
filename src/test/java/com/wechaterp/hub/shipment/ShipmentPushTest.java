package com.wechaterp.hub.shipment;

import static com.wechaterp.hub.shipment.Shipments.cups;
import static com.wechaterp.hub.shipment.Shipments.parcel;
import static com.wechaterp.hub.shipment.Shipments.plate;
import static com.wechaterp.hub.shipment.Shipments.received;
import static com.wechaterp.hub.shipment.Shipments.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.courier.CouriersOf;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.LinksOf;
import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.order.KnownOrders;
import com.wechaterp.hub.order.OrderState;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.testing.MovableClock;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.Shipping;
import com.wechaterp.hub.wechat.WeChatAccount;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkHeaders;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of {@code shipments-push} as the route runs them, against a WeChat that can falter. */
class ShipmentPushTest {

  private final HikariDataSource database = HubDatabase.h2();
  private final MovableClock clock = new MovableClock();
  private final FalteringDelivery wechat = new FalteringDelivery();
  private final WorkList work = Mockito.mock(WorkList.class);
  private final Erp erp = Mockito.mock(Erp.class);
  private final List<Map<String, ?>> told = new ArrayList<>();
  private final OrderLinks links = LinksOf.orders(database);
  private final OrderState orders = KnownOrders.state(wechat, links, work, database);
  private final SentParcels sent = new SentParcels(JdbcClient.create(database), clock);
  private final ShipmentFlow flow =
      new ShipmentFlow(
          new ShippingLanes(accounts(Shipping.COMPONENT), work),
          links,
          orders,
          CouriersOf.database(database, wechat, clock),
          sent,
          new ShipmentNews(
              new StaticListableBeanFactory(Map.of("erp", erp)).getBeanProvider(Erp.class), sent),
          new ShipmentPlanner(UnknownCourier.HOLD),
          clock);
  private final ShipmentCalls calls =
      new ShipmentCalls(
          sent,
          orders,
          work,
          Mockito.mock(Timeline.class),
          new TransactionTemplate(new JdbcTransactionManager(database)));
  private final DefaultCamelContext camel = new DefaultCamelContext();

  @BeforeEach
  void hearWhatTheErpIsTold() {
    Mockito.when(erp.has("shipment-state")).thenReturn(true);
    Mockito.when(erp.write(Mockito.eq("shipment-state"), Mockito.any()))
        .thenAnswer(
            call -> {
              told.add(call.getArgument(1));
              return 1;
            });
  }

  @AfterEach
  void close() throws IOException {
    camel.close();
    database.close();
  }

  private void push(@Nullable Shipment wanted) {
    Exchange exchange = new DefaultExchange(camel);
    exchange.getMessage().setHeader(WorkHeaders.ACCOUNT, "main");
    exchange.getMessage().setHeader(WorkHeaders.KEY, Shipments.KEY);
    exchange.getMessage().setBody(wanted);
    flow.plan(exchange);
    while (calls.more(exchange)) {
      calls.next(exchange);
      ShipmentRequest request = exchange.getMessage().getBody(ShipmentRequest.class);
      try {
        exchange
            .getMessage()
            .setBody(wechat.call("main", request.operation(), DeliveryTransformer.body(request)));
      } catch (WeChatException e) {
        exchange.setProperty(ShipmentCalls.REFUSAL, e);
      }
      calls.answered(exchange);
    }
    flow.finish(exchange);
  }

  private String held(@Nullable Shipment wanted) {
    HoldException held = catchThrowableOfType(HoldException.class, () -> push(wanted));
    assertThat(held).isNotNull();
    return held.hold().reason().code();
  }

  private void losesOne(Shipment wanted) {
    WeChatException lost = catchThrowableOfType(WeChatException.class, () -> push(wanted));
    assertThat(lost.outcomeUnknown()).isTrue();
  }

  private static WeChatAccounts accounts(Shipping shipping) {
    return new WeChatAccounts(
        Map.of(
            "main", new WeChatAccount("wx1", "s", "", "", "https://api.weixin.qq.com", shipping)));
  }

  @ParameterizedTest
  @CsvSource({
    "COMPONENT, 0, true",
    "COMPONENT, 1, true",
    "SHIPPING_INFO, 1, false",
    "BY_FUND_TYPE, 0, false",
    "BY_FUND_TYPE, 1, true"
  })
  void goesWhereTheAccountAndTheFundTypeSay(Shipping shipping, int fundType, boolean component) {
    ShippingLanes lanes = new ShippingLanes(accounts(shipping), work);
    OrderLink link =
        OrderLink.unknown("main", "SO1").wanted("o-buyer", fundType, 1, null).seen("77", 20);

    assertThat(lanes.isComponents("main", link)).isEqualTo(component);
    lanes.passOn("main", "SO1");
    Mockito.verify(work)
        .mark(
            Mockito.eq(new WorkKey("shipping-infos", "main", "SO1")),
            Mockito.anyInt(),
            Mockito.anyString());
  }

  @Test
  void doesNotShipAgainWhatArrivedWithoutAnAnswer() {
    wechat.losesTheAnswer = true;
    losesOne(Shipments.of(whole("1")));

    push(Shipments.of(whole("1")));

    assertThat(wechat.sent).containsExactly("shop/delivery/send");
    assertThat(wechat.parcels).containsExactly("SF/1");
    assertThat(sent.of("main", Shipments.KEY))
        .extracting(SentParcel::state)
        .containsExactly(SentParcel.State.SENT);
  }

  @Test
  void shipsAgainWhatDidNotArrive() {
    wechat.losesTheCall = true;
    losesOne(Shipments.of(whole("1")));

    push(Shipments.of(whole("1")));

    assertThat(wechat.parcels).containsExactly("SF/1");
  }

  @Test
  void shipsAChangedNumberWhenTheFirstDidNotArrive() {
    wechat.losesTheCall = true;
    losesOne(Shipments.of(whole("1")));

    push(Shipments.of(whole("2")));

    assertThat(wechat.parcels).containsExactly("SF/2");
    assertThat(sent.of("main", Shipments.KEY)).hasSize(1);
  }

  @Test
  void remembersWhatWasInAParcelBeforeItIsSent() {
    wechat.meanwhile =
        () ->
            assertThat(sent.of("main", Shipments.KEY))
                .singleElement()
                .satisfies(
                    parcel -> {
                      assertThat(parcel.state()).isEqualTo(SentParcel.State.BEGUN);
                      assertThat(parcel.goods()).containsExactly(cups(1));
                    });

    push(Shipments.of(parcel("顺丰", "1", cups(1))));

    assertThat(wechat.sent).hasSize(1);
  }

  @Test
  void looksBackAfterEachCallAndLetsTheOrderBeLookedAtToo() {
    push(Shipments.of(whole("1")));
    Mockito.verify(work)
        .mark(
            Mockito.eq(new WorkKey("shipments", "main", Shipments.KEY)),
            Mockito.anyInt(),
            Mockito.contains("shop/delivery/send"));

    Mockito.clearInvocations(work);
    push(Shipments.of(whole("1")));
    Mockito.verify(work)
        .mark(
            Mockito.eq(new WorkKey("orders", "main", Shipments.KEY)),
            Mockito.anyInt(),
            Mockito.contains("state"));
  }

  @Test
  void tellsTheErpOfEachParcelOnceAndAgainWhenAllIsShipped() {
    Parcel first = parcel("顺丰", "1", cups(2));
    push(Shipments.of(first));
    assertThat(told).isEmpty();
    push(Shipments.of(first));
    push(Shipments.of(first));
    assertThat(told)
        .singleElement()
        .satisfies(values -> assertThat(values.get("waybill_id")).isEqualTo("1"));

    push(Shipments.of(first, parcel("SF", "2", plate())));
    push(Shipments.of(first, parcel("SF", "2", plate())));

    assertThat(told).hasSize(3);
    assertThat(told.subList(1, 3))
        .allSatisfy(values -> assertThat(values.get("finish_all_delivery")).isEqualTo(1));
  }

  @Test
  void tellsTheErpLaterWhenItCouldNotBeToldAtOnce() {
    push(Shipments.of(whole("1")));
    Mockito.when(erp.write(Mockito.any(), Mockito.any()))
        .thenThrow(new IllegalStateException("away"))
        .thenAnswer(
            call -> {
              told.add(call.getArgument(1));
              return 1;
            });
    assertThat(
            catchThrowableOfType(IllegalStateException.class, () -> push(Shipments.of(whole("1")))))
        .isNotNull();

    push(Shipments.of(whole("1")));

    assertThat(told).hasSize(1);
  }

  @Test
  void adoptsAParcelThatSomebodyElseSent() {
    wechat.status = 21;
    wechat.parcels.add("SF/1");

    push(Shipments.of(parcel("顺丰", "1", cups(2))));

    assertThat(wechat.sent).isEmpty();
    assertThat(sent.of("main", Shipments.KEY))
        .extracting(SentParcel::goods)
        .containsExactly(List.of(cups(2)));
    assertThat(told).hasSize(1);
  }

  @Test
  void holdsWhatWeChatRefusesAndForgetsThatItWasBegun() {
    wechat.refuses = FalteringDelivery.refusal(9401020, ErrorCategory.PERMANENT);

    assertThat(held(Shipments.of(whole("1")))).isEqualTo("wechat-unreachable");
    assertThat(sent.of("main", Shipments.KEY)).isEmpty();
  }

  @Test
  void plansAnewWhenTheOrderMovedOnMeanwhile() {
    wechat.refuses = FalteringDelivery.refusal(100000, ErrorCategory.PERMANENT);
    wechat.meanwhile = () -> wechat.status = 200;

    push(Shipments.of(whole("1")));

    assertThat(held(Shipments.of(whole("1")))).isEqualTo("shipment-order-refunded");
  }

  @Test
  void confirmsTheReceiptOnce() {
    push(received(whole("1")));
    push(received(whole("1")));
    push(received(whole("1")));

    assertThat(wechat.sent).containsExactly("shop/delivery/send", "shop/delivery/recieve");
  }

  @Test
  void holdsAnOrderThatWeChatDoesNotHave() {
    wechat.status = 0;

    assertThat(held(Shipments.of(whole("1")))).isEqualTo("shipment-no-order");
  }

  @Test
  void holdsAnOrderWhoseBuyerIsNotKnown() {
    assertThat(held(Shipments.of(whole("1")).to(""))).isEqualTo("shipment-no-buyer");
  }

  @Test
  void leavesOrdersFromBeforeTheHubAlone() {
    clock.forward(Duration.ofDays(40));

    push(Shipments.of(whole("1")));
    push(received(whole("1")).to(""));

    assertThat(wechat.sent).isEmpty();
  }

  @Test
  void holdsAShipmentThatIsGoneFromTheErp() {
    push(null);
    push(Shipments.of(whole("1")));

    assertThat(held(null)).isEqualTo("shipment-withdrawn");
  }
}
