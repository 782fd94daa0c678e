package com.wechaterp.hub.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.courier.CouriersOf;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.LinksOf;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.order.KnownOrders;
import com.wechaterp.hub.order.OrderState;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.testing.MovableClock;
import com.wechaterp.hub.testing.ShippedRoute;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.Shipping;
import com.wechaterp.hub.wechat.WeChatAccount;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.Mockito;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The delivered route {@code shipments-push}, against a WeChat that can falter. */
abstract class ShipmentPushFixture {

  final HikariDataSource database = HubDatabase.h2();
  final MovableClock clock = new MovableClock();
  final FalteringDelivery wechat = new FalteringDelivery();
  final WorkList work = Mockito.mock(WorkList.class);
  final Erp erp = Mockito.mock(Erp.class);
  final List<Map<String, ?>> told = new ArrayList<>();
  final OrderLinks links = LinksOf.orders(database);
  final OrderState orders = KnownOrders.state(wechat, links, work, database);
  final SentParcels sent = new SentParcels(JdbcClient.create(database), clock);
  final ShipmentFlow flow =
      new ShipmentFlow(
          new ShippingLanes(accounts(Shipping.COMPONENT), work),
          links,
          LinksOf.rows(database, "second"),
          work,
          orders,
          CouriersOf.database(database, wechat, clock),
          sent,
          new ShipmentNews(
              new StaticListableBeanFactory(Map.of("erp", erp)).getBeanProvider(Erp.class), sent),
          new ShipmentPlanner(UnknownCourier.HOLD),
          clock);
  final ShipmentCalls calls =
      new ShipmentCalls(
          sent,
          orders,
          work,
          Mockito.mock(Timeline.class),
          new TransactionTemplate(new JdbcTransactionManager(database)));
  private final ShippedRoute route =
      new ShippedRoute(
          "shipments.camel.yaml",
          "shipments-push",
          wechat,
          Map.of("shipmentFlow", flow, "shipmentCalls", calls),
          List.of(new DeliveryTransformer()));

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
  void close() {
    route.close();
    database.close();
  }

  void push(@Nullable Shipment wanted) {
    route.send(Shipments.KEY, wanted);
  }

  String held(@Nullable Shipment wanted) {
    HoldException held = catchThrowableOfType(HoldException.class, () -> push(wanted));
    assertThat(held).isNotNull();
    return held.hold().reason().code();
  }

  void losesOne(Shipment wanted) {
    WeChatException lost = catchThrowableOfType(WeChatException.class, () -> push(wanted));
    assertThat(lost.outcomeUnknown()).isTrue();
  }

  static WeChatAccounts accounts(Shipping shipping) {
    return new WeChatAccounts(
        Map.of(
            "main", new WeChatAccount("wx1", "s", "", "", "https://api.weixin.qq.com", shipping)));
  }
}
