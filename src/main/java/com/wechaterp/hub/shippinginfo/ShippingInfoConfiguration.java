package com.wechaterp.hub.shippinginfo;

import com.wechaterp.hub.courier.Couriers;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatAccounts;
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

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ShippingInfoSettings.class)
class ShippingInfoConfiguration {

  private static final Clock CLOCK = Clock.systemUTC();

  @Bean
  Payments shippingInfoPayments(WeChat wechat) {
    return new Payments(wechat);
  }

  @Bean
  PaymentMemory paymentMemory(JdbcClient jdbc) {
    return new PaymentMemory(jdbc, CLOCK);
  }

  @Bean
  ShippingInfoFlow shippingInfoFlow(
      OrderLinks links,
      Payments payments,
      PaymentMemory memory,
      ObjectProvider<Erp> erp,
      Couriers couriers,
      WorkList work) {
    return new ShippingInfoFlow(
        links,
        payments,
        memory,
        new PaymentNews(erp, memory),
        new StrayPayments(payments, memory, erp, work, CLOCK),
        couriers,
        CLOCK);
  }

  @Bean
  ShippingInfoCalls shippingInfoCalls(
      PaymentMemory memory, WorkList work, Timeline timeline, TransactionTemplate transaction) {
    return new ShippingInfoCalls(memory, work, timeline, transaction, CLOCK);
  }

  @Bean
  SpecialOrders specialOrders(
      JdbcClient jdbc, WeChat wechat, Payments payments, Timeline timeline) {
    return new SpecialOrders(jdbc, wechat, payments, timeline, CLOCK);
  }

  @Bean
  ShippingInfoWatch shippingInfoWatch(
      WeChatAccounts accounts,
      Payments payments,
      WeChat wechat,
      WorkList work,
      JdbcClient jdbc,
      ShippingInfoSettings settings) {
    return new ShippingInfoWatch(accounts, payments, wechat, work, jdbc, settings, CLOCK);
  }

  @Bean
  OrderPages orderPages(WeChat wechat, ShippingInfoSettings settings) {
    return new OrderPages(wechat, settings.orderDetailPath());
  }

  @Bean
  TradeManagement tradeManagement(WeChat wechat, WeChatAccounts accounts) {
    return new TradeManagement(wechat, accounts, CLOCK);
  }

  @Bean
  CamelContextConfiguration shippingInfoTransformers() {
    return new CamelContextConfiguration() {
      @Override
      public void beforeApplicationStart(CamelContext camel) {
        for (Transformer each : List.of(new ShippingInfoTransformer(), new UploadTransformer())) {
          camel.getTransformerRegistry().put(TransformerKey.createFrom(each), each);
        }
      }

      @Override
      public void afterApplicationStart(CamelContext camel) {}
    };
  }
}
