package com.wechaterp.hub.order;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.LinksOf;
import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.store.StoreOf;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.testing.ShippedRoute;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.TestClocks;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatClock;
import com.wechaterp.hub.work.WorkBrake;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The orders' part of a hub over a database in memory, its delivered route over a given WeChat. */
final class OrderHub implements AutoCloseable {

  final HikariDataSource database = HubDatabase.h2();
  final OrderLinks links = LinksOf.orders(database);
  final WorkList work = Mockito.mock(WorkList.class);
  final Erp erp = Mockito.mock(Erp.class);
  final OrderRequests requests;
  final OrderFlow flow;
  final OrderDesk desk;
  final OrderChanges changes;
  final OrderState state;

  private final ShippedRoute route;

  OrderHub(WeChat wechat, Clock clock, Duration patience) {
    TransactionTemplate transaction = StoreOf.transaction(database);
    Timeline timeline = Mockito.mock(Timeline.class);
    WeChatClock theirs = TestClocks.of(clock);
    OrderSettings settings =
        new OrderSettings(Duration.ofMinutes(30), Duration.ofMinutes(2), patience);
    requests = new OrderRequests(JdbcClient.create(database), JsonMapper.shared(), clock);
    state = new OrderState(new OrderReading(wechat), links, requests, work, timeline, transaction);
    StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("erp", erp));
    OrderNews news = new OrderNews(beans.getBeanProvider(Erp.class), links, timeline);
    flow =
        new OrderFlow(
            settings,
            links,
            LinksOf.rows(database, "second"),
            state,
            requests,
            news,
            work,
            timeline,
            theirs);
    route =
        new ShippedRoute(
            "orders.camel.yaml",
            "orders-push",
            wechat,
            Map.of("orderFlow", flow, "orderKeys", new OrderKeys(links, work)),
            List.of(new OrderBodyTransformer()));
    WorkBrake brake = new WorkBrake();
    OrderCashier cashier =
        new OrderCashier(wechat, links, requests, timeline, transaction, theirs, brake);
    desk =
        new OrderDesk(settings, links, state, requests, cashier, work, transaction, brake, theirs);
    changes = new OrderChanges(wechat, links, state, requests, work, timeline, clock);
    Mockito.when(erp.has(Mockito.anyString())).thenReturn(true);
    Mockito.when(erp.write(Mockito.anyString(), Mockito.any())).thenReturn(1);
  }

  /** Runs the steps of orders-push for the order SO-1. */
  void push(@Nullable Order wanted) {
    push("SO-1", wanted);
  }

  void push(String key, @Nullable Order wanted) {
    route.send(key, wanted);
  }

  OrderLink link() {
    return links.of("main", "SO-1");
  }

  @Override
  public void close() {
    desk.close();
    route.close();
    database.close();
  }
}
