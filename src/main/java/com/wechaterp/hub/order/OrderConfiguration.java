package com.wechaterp.hub.order;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.AccountRows;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatClock;
import com.wechaterp.hub.work.WorkBrake;
import com.wechaterp.hub.work.WorkList;
import java.time.Clock;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Transformer;
import org.apache.camel.spi.TransformerKey;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OrderSettings.class)
class OrderConfiguration {

  @Bean
  OrderReading orderReading(WeChat wechat) {
    return new OrderReading(wechat);
  }

  @Bean
  OrderState orderState(
      OrderReading reading,
      OrderLinks links,
      OrderRequests requests,
      WorkList work,
      Timeline timeline,
      TransactionTemplate transaction) {
    return new OrderState(reading, links, requests, work, timeline, transaction);
  }

  @Bean
  ErpOrders erpOrders(ObjectProvider<Erp> erp) {
    return new ErpOrders(erp);
  }

  @Bean
  OrderList orderList(WeChat wechat) {
    return new OrderList(wechat);
  }

  @Bean
  OrderDryRun orderDryRun(
      OrderList list,
      OrderReading reading,
      OrderState state,
      ErpOrders orders,
      OrderRequests requests,
      OrderLinks links,
      AccountRows owned,
      WeChatClock clock) {
    return new OrderDryRun(list, reading, state, orders, requests, links, owned, clock);
  }

  @Bean
  OrderKeys orderKeys(OrderLinks links, WorkList work) {
    return new OrderKeys(links, work);
  }

  @Bean
  OrderRequests orderRequests(JdbcClient jdbc, JsonMapper json) {
    return new OrderRequests(jdbc, json, Clock.systemUTC());
  }

  @Bean
  OrderFlow orderFlow(
      OrderSettings settings,
      OrderLinks links,
      AccountRows owned,
      OrderState state,
      OrderRequests requests,
      ObjectProvider<Erp> erp,
      WorkList work,
      Timeline timeline,
      WeChatClock clock) {
    OrderNews news = new OrderNews(erp, links, timeline);
    return new OrderFlow(settings, links, owned, state, requests, news, work, timeline, clock);
  }

  @Bean
  OrderDesk orderDesk(
      OrderSettings settings,
      OrderLinks links,
      OrderState state,
      OrderRequests requests,
      WeChat wechat,
      WorkList work,
      Timeline timeline,
      TransactionTemplate transaction,
      WorkBrake brake,
      WeChatClock clock) {
    OrderCashier cashier =
        new OrderCashier(wechat, links, requests, timeline, transaction, clock, brake);
    return new OrderDesk(
        settings, links, state, requests, cashier, work, transaction, brake, clock);
  }

  @Bean
  OrderChanges orderChanges(
      WeChat wechat,
      OrderLinks links,
      OrderState state,
      OrderRequests requests,
      WorkList work,
      Timeline timeline) {
    return new OrderChanges(wechat, links, state, requests, work, timeline, Clock.systemUTC());
  }

  @Bean
  CamelContextConfiguration orderTransformers() {
    return new CamelContextConfiguration() {
      @Override
      public void beforeApplicationStart(CamelContext camel) {
        for (Transformer each : List.of(new OrderTransformer(), new OrderBodyTransformer())) {
          camel.getTransformerRegistry().put(TransformerKey.createFrom(each), each);
        }
      }

      @Override
      public void afterApplicationStart(CamelContext camel) {}
    };
  }
}
